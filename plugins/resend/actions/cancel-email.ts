import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { emailId } from "../fields.ts";

/** Cancels an e-mail that waits for its time. */
export const cancelEmail = defineAction({
  name: "cancelEmail",
  label: "Cancel an e-mail",
  description: "Cancels an e-mail that waits for its time.",
  input: z.strictObject({
    email_id: emailId,
  }),
  output: z.object({ id: z.string() }),
});
