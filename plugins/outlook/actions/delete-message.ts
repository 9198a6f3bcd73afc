import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { messageId } from "../fields.ts";

/** Moves an e-mail to the deleted items. */
export const deleteMessage = defineAction({
  name: "deleteMessage",
  label: "Delete an e-mail",
  description: "Moves an e-mail to the deleted items.",
  input: z.strictObject({
    messageId,
  }),
  output: z.object({ id: z.string(), deleted: z.literal(true) }),
});
