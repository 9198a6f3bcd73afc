import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit, receivedEmail } from "../fields.ts";

/** Lists the e-mails that came in, the newest first. */
export const listReceivedEmails = defineAction({
  name: "listReceivedEmails",
  label: "List received e-mails",
  description: "Lists the e-mails that came in, the newest first.",
  input: z.strictObject({
    limit,
  }),
  output: z.object({ emails: z.array(receivedEmail) }),
});
