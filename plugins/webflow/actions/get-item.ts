import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { cmsLocaleId, collectionId, item, itemId, live } from "../fields.ts";

/** Reads one item of a CMS collection, as it is in the editor or on the live site. */
export const getItem = defineAction({
  name: "getItem",
  label: "Get an item",
  description: "Reads one item of a CMS collection, as it is in the editor or on the live site.",
  input: z.strictObject({
    collection_id: collectionId,
    item_id: itemId,
    cmsLocaleId,
    live: live.meta({ label: "Of the live site", default: false, example: true }),
  }),
  output: item,
});
