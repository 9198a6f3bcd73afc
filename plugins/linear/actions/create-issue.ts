import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { issue, issueFields, teamId } from "../fields.ts";

/** Adds an issue to a team. */
export const createIssue = defineAction({
  name: "createIssue",
  label: "Create an issue",
  description: "Adds an issue to a team.",
  input: z.strictObject({
    teamId,
    title: z.string().min(1).meta({ label: "Title", example: "Found a bug" }),
    ...issueFields,
    labelIds: z
      .array(z.string())
      .optional()
      .meta({
        label: "Labels",
        help: "Their ids.",
        example: ["0d9e8f7a-6b5c-4d3e-9f2a-1b0c9d8e7f6a"],
        options: { action: "listLabels", list: "labels", value: "id", label: "name" },
      }),
  }),
  output: issue,
});
