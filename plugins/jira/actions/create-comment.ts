import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { comment, issueIdOrKey, richText } from "../fields.ts";

/** Adds a comment to an issue. */
export const createComment = defineAction({
  name: "createComment",
  label: "Comment on an issue",
  description: "Adds a comment to an issue.",
  input: z.strictObject({
    issueIdOrKey,
    body: z
      .string()
      .min(1)
      .meta({ ...richText, label: "Text", example: "Fixed in the next release." }),
  }),
  output: comment,
});
