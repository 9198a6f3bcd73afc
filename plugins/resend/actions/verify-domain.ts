import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { domainId } from "../fields.ts";

/** Makes Resend look at the DNS records of a domain; the result shows in its status a little later. */
export const verifyDomain = defineAction({
  name: "verifyDomain",
  label: "Verify a domain",
  description: "Makes Resend look at the DNS records of a domain; the result shows in its status a little later.",
  input: z.strictObject({
    domain_id: domainId,
  }),
  output: z.object({ id: z.string() }),
});
