import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId, messageFields, replyFields } from "../fields.ts";

/** Lets v0 change what it has built. */
export const sendMessage = defineAction({
  name: "sendMessage",
  label: "Send a message to a chat",
  description: "Lets v0 change what it has built in a chat. It takes minutes, in which the workflow sleeps.",
  polls: true,
  input: z.strictObject({ chatId, ...messageFields }),
  output: z.object(replyFields),
});
