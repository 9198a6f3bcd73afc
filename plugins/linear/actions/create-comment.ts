import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { comment, issueId } from "../fields.ts";

/** Adds a comment to an issue, or an answer to a comment. */
export const createComment = defineAction({
  name: "createComment",
  label: "Comment on an issue",
  description: "Adds a comment to an issue, or an answer to a comment.",
  input: z.strictObject({
    issueId,
    body: z.string().min(1).meta({ label: "Text", code: "markdown", multiline: true, example: "Fixed in the next release." }),
    parentId: z
      .string()
      .optional()
      .meta({ label: "In answer to", help: "The id of a comment of the issue.", example: "c1d2e3f4-a5b6-4c7d-8e9f-0a1b2c3d4e5f" }),
  }),
  output: comment,
});
