import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit, siteId } from "../fields.ts";

/** Lists the forms of a site. */
export const listForms = defineAction({
  name: "listForms",
  label: "List forms",
  description: "Lists the forms of a site.",
  input: z.strictObject({
    site_id: siteId,
    limit,
  }),
  output: z.object({
    forms: z
      .array(
        z.object({
          id: z.string(),
          displayName: z.string().optional(),
          pageId: z.string().optional(),
          pageName: z.string().optional(),
          createdOn: z.string().optional(),
          lastUpdated: z.string().optional(),
        }),
      )
      .meta({ label: "Forms" }),
  }),
});
