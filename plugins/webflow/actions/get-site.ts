import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { site, siteId } from "../fields.ts";

/** Reads one site with its domains. */
export const getSite = defineAction({
  name: "getSite",
  label: "Get a site",
  description: "Reads one site with its domains.",
  input: z.strictObject({
    site_id: siteId,
  }),
  output: site,
});
