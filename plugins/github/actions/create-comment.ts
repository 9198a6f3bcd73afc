import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { comment, issueNumber, repository } from "../fields.ts";

/** Adds a comment to an issue or a pull request. */
export const createComment = defineAction({
  name: "createComment",
  label: "Comment on an issue",
  description: "Adds a comment to an issue or a pull request.",
  input: z.strictObject({
    ...repository,
    issue_number: issueNumber,
    body: z.string().min(1).meta({ label: "Text", code: "markdown", multiline: true, example: "Me too" }),
  }),
  output: comment,
});
