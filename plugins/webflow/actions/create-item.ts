import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { collectionId, item, itemFields } from "../fields.ts";

/** Adds an item to a CMS collection, to be published later or on the live site at once. */
export const createItem = defineAction({
  name: "createItem",
  label: "Create an item",
  description: "Adds an item to a CMS collection, to be published later or on the live site at once.",
  input: z.strictObject({
    collection_id: collectionId,
    fieldData: z.record(z.string(), z.any()).meta({
      label: "Fields",
      help: "By their slugs; name and slug are needed.",
      code: "json",
      example: { name: "Our first post", slug: "our-first-post", summary: "Hello" },
    }),
    ...itemFields,
  }),
  output: item,
});
