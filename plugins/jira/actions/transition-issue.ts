import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { issueIdOrKey, richText, transition } from "../fields.ts";

/** Moves an issue to another status, with a comment if you like. */
export const transitionIssue = defineAction({
  name: "transitionIssue",
  label: "Move an issue",
  description: "Moves an issue to another status, with a comment if you like.",
  input: z.strictObject({
    issueIdOrKey,
    transition: z
      .string()
      .min(1)
      .meta({ label: "To", help: "A transition's name or id, or the status it leads to.", example: "qa review" }),
    resolution: z.string().optional().meta({ label: "Resolution", help: "Its name, where the transition asks for one.", example: "Done" }),
    comment: z
      .string()
      .optional()
      .meta({ ...richText, label: "Comment", example: "Ready for a look." }),
  }),
  output: transition,
});
