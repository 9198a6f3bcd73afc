import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { collectionId, item, itemFields, itemId } from "../fields.ts";

/** Changes the fields you give of a CMS item and leaves the others as they are. */
export const updateItem = defineAction({
  name: "updateItem",
  label: "Update an item",
  description: "Changes the fields you give of a CMS item and leaves the others as they are.",
  input: z.strictObject({
    collection_id: collectionId,
    item_id: itemId,
    fieldData: z
      .record(z.string(), z.any())
      .optional()
      .meta({ label: "Fields", help: "By their slugs.", code: "json", example: { summary: "Hello again" } }),
    ...itemFields,
  }),
  output: item,
});
