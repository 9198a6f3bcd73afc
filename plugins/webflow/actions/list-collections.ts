import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { collection, siteId } from "../fields.ts";

/** Lists the CMS collections of a site. */
export const listCollections = defineAction({
  name: "listCollections",
  label: "List collections",
  description: "Lists the CMS collections of a site.",
  input: z.strictObject({
    site_id: siteId,
  }),
  output: z.object({ collections: z.array(collection).meta({ label: "Collections" }) }),
});
