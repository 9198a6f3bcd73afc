import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { issueId } from "../fields.ts";

/** Puts an issue away; it can be restored in Linear. */
export const archiveIssue = defineAction({
  name: "archiveIssue",
  label: "Archive an issue",
  description: "Puts an issue away; it can be restored in Linear.",
  input: z.strictObject({
    id: issueId,
  }),
  output: z.object({ success: z.boolean() }),
});
