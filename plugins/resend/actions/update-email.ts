import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { emailId, scheduledAt } from "../fields.ts";

/** Changes the time of an e-mail that has not been sent yet. */
export const updateEmail = defineAction({
  name: "updateEmail",
  label: "Reschedule an e-mail",
  description: "Changes the time of an e-mail that has not been sent yet.",
  input: z.strictObject({
    email_id: emailId,
    scheduled_at: scheduledAt,
  }),
  output: z.object({ id: z.string() }),
});
