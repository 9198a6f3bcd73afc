import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { content, files, message, userId } from "../fields.ts";

/** Sends a message to a person who shares a server with the bot. */
export const sendDirectMessage = defineAction({
  name: "sendDirectMessage",
  label: "Send a direct message",
  description: "Sends a message to a person who shares a server with the bot.",
  input: z.strictObject({
    user_id: userId,
    ...content,
    files,
  }),
  output: message,
});
