import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { emailSummary, limit } from "../fields.ts";

/** Lists the e-mails that were sent, the newest first. */
export const listEmails = defineAction({
  name: "listEmails",
  label: "List e-mails",
  description: "Lists the e-mails that were sent, the newest first.",
  input: z.strictObject({
    limit,
  }),
  output: z.object({ emails: z.array(emailSummary) }),
});
