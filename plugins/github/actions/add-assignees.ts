import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { issue, issueNumber, logins, repository } from "../fields.ts";

/** Gives an issue or a pull request to up to ten people; those it has stay. */
export const addAssignees = defineAction({
  name: "addAssignees",
  label: "Assign an issue",
  description: "Gives an issue or a pull request to up to ten people; those it has stay.",
  input: z.strictObject({
    ...repository,
    issue_number: issueNumber,
    assignees: logins,
  }),
  output: issue,
});
