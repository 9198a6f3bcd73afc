import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Lists the domains e-mail can be sent from. */
export const listDomains = defineAction({
  name: "listDomains",
  label: "List domains",
  description: "Lists the domains of the account and whether they are verified.",
  input: z.strictObject({
    limit: z.int().min(1).max(1_000).optional().meta({ label: "At most", default: 100, example: 3 }),
  }),
  output: z.object({
    domains: z
      .array(z.object({ id: z.string(), name: z.string(), status: z.string(), region: z.string(), created_at: z.string() }))
      .meta({ label: "Domains" }),
  }),
});
