import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { issue, issueNumber, repository } from "../fields.ts";

/** Reads one issue or pull request by its number. */
export const getIssue = defineAction({
  name: "getIssue",
  label: "Get an issue",
  description: "Reads one issue or pull request by its number.",
  input: z.strictObject({
    ...repository,
    issue_number: issueNumber,
  }),
  output: issue,
});
