import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { issue, issueFields, issueId } from "../fields.ts";

/** Changes the fields you give and leaves the others as they are. */
export const updateIssue = defineAction({
  name: "updateIssue",
  label: "Update an issue",
  description: "Changes the fields you give and leaves the others as they are.",
  input: z.strictObject({
    id: issueId,
    title: z.string().min(1).optional().meta({ label: "Title", example: "Found a bug" }),
    ...issueFields,
    addedLabelIds: z
      .array(z.string())
      .optional()
      .meta({ label: "Labels to add", help: "Their ids.", example: ["0d9e8f7a-6b5c-4d3e-9f2a-1b0c9d8e7f6a"] }),
    removedLabelIds: z
      .array(z.string())
      .optional()
      .meta({ label: "Labels to take off", help: "Their ids.", example: ["7f6a0d9e-8f7a-4b5c-8d3e-9f2a1b0c9d8e"] }),
  }),
  output: issue,
});
