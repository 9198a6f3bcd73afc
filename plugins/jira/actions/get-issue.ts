import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { issue, issueIdOrKey } from "../fields.ts";

/** Reads one issue; its description comes as plain text, its custom fields apart. */
export const getIssue = defineAction({
  name: "getIssue",
  label: "Get an issue",
  description: "Reads one issue; its description comes as plain text, its custom fields apart.",
  input: z.strictObject({
    issueIdOrKey,
  }),
  output: issue,
});
