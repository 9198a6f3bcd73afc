import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { cmsLocaleId, collectionId, itemId, live } from "../fields.ts";

/** Deletes an item of a CMS collection, or only takes it off the live site. */
export const deleteItem = defineAction({
  name: "deleteItem",
  label: "Delete an item",
  description: "Deletes an item of a CMS collection, or only takes it off the live site.",
  input: z.strictObject({
    collection_id: collectionId,
    item_id: itemId,
    cmsLocaleId,
    live: live.meta({ label: "Only off the live site", help: "It stays in the editor as a draft.", default: false, example: true }),
  }),
  output: z.object({ id: z.string(), deleted: z.literal(true) }),
});
