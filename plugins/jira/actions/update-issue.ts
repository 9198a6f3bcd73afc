import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { changed, issueFields, issueIdOrKey } from "../fields.ts";

/** Changes the fields you give and leaves the others as they are. */
export const updateIssue = defineAction({
  name: "updateIssue",
  label: "Update an issue",
  description: "Changes the fields you give and leaves the others as they are.",
  input: z.strictObject({
    issueIdOrKey,
    summary: z.string().min(1).max(255).optional().meta({ label: "Summary", example: "Main order flow broken" }),
    ...issueFields,
    notifyUsers: z
      .boolean()
      .optional()
      .meta({ label: "Tell watchers by e-mail", help: "Only administrators can leave it out.", default: true, example: false }),
  }),
  output: changed,
});
