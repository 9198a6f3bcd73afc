import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { deleted, domainId } from "../fields.ts";

/** Removes a domain from the account. */
export const deleteDomain = defineAction({
  name: "deleteDomain",
  label: "Delete a domain",
  description: "Removes a domain from the account.",
  input: z.strictObject({
    domain_id: domainId,
  }),
  output: deleted,
});
