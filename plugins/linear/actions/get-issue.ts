import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { issue, issueId } from "../fields.ts";

/** Reads one issue by its identifier or id. */
export const getIssue = defineAction({
  name: "getIssue",
  label: "Get an issue",
  description: "Reads one issue by its identifier or id.",
  input: z.strictObject({
    id: issueId,
  }),
  output: issue,
});
