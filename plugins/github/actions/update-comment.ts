import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { comment, repository } from "../fields.ts";

/** Replaces the text of a comment on an issue or a pull request. */
export const updateComment = defineAction({
  name: "updateComment",
  label: "Update a comment",
  description: "Replaces the text of a comment on an issue or a pull request.",
  input: z.strictObject({
    ...repository,
    comment_id: z.int().min(1).meta({ label: "Comment id", example: 1 }),
    body: z.string().min(1).meta({ label: "Text", code: "markdown", multiline: true, example: "Done" }),
  }),
  output: comment,
});
