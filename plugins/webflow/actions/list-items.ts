import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { cmsLocaleId, collectionId, item, limit, live } from "../fields.ts";

/** Lists the items of a CMS collection, as they are in the editor or on the live site. */
export const listItems = defineAction({
  name: "listItems",
  label: "List items",
  description: "Lists the items of a CMS collection, as they are in the editor or on the live site.",
  input: z.strictObject({
    collection_id: collectionId,
    name: z.string().optional().meta({ label: "Name", help: "Exactly this one.", example: "Our first post" }),
    slug: z.string().optional().meta({ label: "Slug", help: "Exactly this one.", example: "our-first-post" }),
    sortBy: z
      .enum(["createdOn", "lastPublished", "lastUpdated", "name", "slug"])
      .optional()
      .meta({ label: "Sort by", example: "lastPublished" }),
    sortOrder: z.enum(["asc", "desc"]).optional().meta({ label: "Direction", example: "desc" }),
    cmsLocaleId,
    live: live.meta({ label: "Of the live site", default: false, example: true }),
    limit,
  }),
  output: z.object({ items: z.array(item).meta({ label: "Items" }) }),
});
