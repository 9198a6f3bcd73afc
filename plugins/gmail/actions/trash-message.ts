import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { changedMessage, messageId } from "../fields.ts";

/** Moves an e-mail to the trash. */
export const trashMessage = defineAction({
  name: "trashMessage",
  label: "Move to the trash",
  description: "Moves an e-mail to the trash, where Gmail keeps it for 30 days.",
  input: z.strictObject({ id: messageId }),
  output: changedMessage,
});
