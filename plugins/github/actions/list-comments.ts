import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { comment, issueNumber, limit, repository } from "../fields.ts";

/** Lists the comments of an issue or a pull request, oldest first. */
export const listComments = defineAction({
  name: "listComments",
  label: "List comments",
  description: "Lists the comments of an issue or a pull request, oldest first.",
  input: z.strictObject({
    ...repository,
    issue_number: issueNumber,
    since: z.string().optional().meta({ label: "Changed since", help: "An ISO 8601 time.", example: "2026-01-01T00:00:00Z" }),
    limit,
  }),
  output: z.object({ comments: z.array(comment).meta({ label: "Comments" }) }),
});
