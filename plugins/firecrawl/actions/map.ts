import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { address } from "../fields.ts";

/** Lists the pages of a site. */
export const map = defineAction({
  name: "map",
  label: "List the pages of a site",
  description: "Lists the addresses of a site's pages within seconds, without reading them.",
  input: z.strictObject({
    url: address,
    search: z.string().optional().meta({ label: "About", help: "What fits these words best comes first.", example: "delivery" }),
    limit: z.int().min(1).max(100_000).optional().meta({ label: "At most", default: 5_000, example: 500 }),
    sitemap: z.enum(["include", "skip", "only"]).optional().meta({ label: "Site map", default: "include", example: "include" }),
    includeSubdomains: z.boolean().optional().meta({ label: "Subdomains too", default: true, example: false }),
    ignoreQueryParameters: z.boolean().optional().meta({ label: "Same page whatever the query", default: true, example: true }),
    ignoreCache: z.boolean().optional().meta({ label: "Look anew", help: "Site maps are kept for a week.", default: false, example: true }),
  }),
  output: z.object({
    links: z
      .array(z.object({ url: z.string(), title: z.string().nullable(), description: z.string().nullable() }))
      .meta({ label: "Pages" }),
  }),
});
