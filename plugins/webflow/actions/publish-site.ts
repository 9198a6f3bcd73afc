import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { published, siteId } from "../fields.ts";

/** Publishes a site to some of its domains. */
export const publishSite = defineAction({
  name: "publishSite",
  label: "Publish a site",
  description: "Publishes a site to some of its domains. Webflow takes one publication a minute.",
  input: z.strictObject({
    site_id: siteId,
    customDomains: z
      .array(z.string())
      .optional()
      .meta({ label: "Domains", help: "The ids of custom domains.", example: ["589a331aa51e760df7ccb89d"] }),
    publishToWebflowSubdomain: z
      .boolean()
      .optional()
      .meta({ label: "To the webflow.io address", help: "Where no domain is named either, this is done.", default: false, example: false }),
  }),
  output: published,
});
