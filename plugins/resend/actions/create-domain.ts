import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { domain } from "../fields.ts";

/** Adds a domain to send from and says which DNS records it needs. */
export const createDomain = defineAction({
  name: "createDomain",
  label: "Add a domain",
  description: "Adds a domain to send from and says which DNS records it needs.",
  input: z.strictObject({
    name: z.string().meta({ label: "Domain", example: "example.com" }),
    region: z
      .enum(["us-east-1", "eu-west-1", "sa-east-1", "ap-northeast-1"])
      .optional()
      .meta({ label: "Region", default: "us-east-1", example: "eu-west-1" }),
    custom_return_path: z.string().optional().meta({ label: "Subdomain of the return path", default: "send", example: "outbound" }),
    open_tracking: z.boolean().optional().meta({ label: "Track who opens", example: false }),
    click_tracking: z.boolean().optional().meta({ label: "Track clicks", example: false }),
    tls: z.enum(["opportunistic", "enforced"]).optional().meta({ label: "TLS", default: "opportunistic", example: "enforced" }),
  }),
  output: domain,
});
