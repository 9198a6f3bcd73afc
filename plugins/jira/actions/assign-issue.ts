import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { accountId, changed, issueIdOrKey } from "../fields.ts";

/** Gives an issue to a person, or to nobody. */
export const assignIssue = defineAction({
  name: "assignIssue",
  label: "Assign an issue",
  description: "Gives an issue to a person, or to nobody.",
  input: z.strictObject({
    issueIdOrKey,
    accountId: accountId.nullable().meta({
      label: "Person",
      help: "The id of the account; null for nobody.",
      example: "5b10a2844c20165700ede21g",
      options: { action: "searchUsers", list: "users", value: "accountId", label: "displayName" },
    }),
  }),
  output: changed,
});
