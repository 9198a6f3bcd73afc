import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { domainId } from "../fields.ts";

/** Changes the tracking and the TLS of a domain. */
export const updateDomain = defineAction({
  name: "updateDomain",
  label: "Change a domain",
  description: "Changes the tracking and the TLS of a domain.",
  input: z.strictObject({
    domain_id: domainId,
    open_tracking: z.boolean().optional().meta({ label: "Track who opens", example: true }),
    click_tracking: z.boolean().optional().meta({ label: "Track clicks", example: true }),
    tls: z.enum(["opportunistic", "enforced"]).optional().meta({ label: "TLS", example: "enforced" }),
  }),
  output: z.object({ id: z.string() }),
});
