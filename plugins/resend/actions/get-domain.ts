import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { domain, domainId } from "../fields.ts";

/** Gets a domain, whether it is verified, and its DNS records. */
export const getDomain = defineAction({
  name: "getDomain",
  label: "Get a domain",
  description: "Gets a domain, whether it is verified, and its DNS records.",
  input: z.strictObject({
    domain_id: domainId,
  }),
  output: domain,
});
