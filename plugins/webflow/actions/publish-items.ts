import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { collectionId } from "../fields.ts";

/** Puts up to 100 items of a CMS collection on the live site. */
export const publishItems = defineAction({
  name: "publishItems",
  label: "Publish items",
  description: "Puts up to 100 items of a CMS collection on the live site.",
  input: z.strictObject({
    collection_id: collectionId,
    itemIds: z
      .array(z.string())
      .min(1)
      .max(100)
      .meta({ label: "Items", help: "Their ids.", example: ["580e64008c9a982ac9b8b754"] }),
  }),
  output: z.object({
    publishedItemIds: z.array(z.string()).optional().meta({ label: "Published" }),
    errors: z.array(z.string()).optional(),
  }),
});
