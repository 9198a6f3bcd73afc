import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { message } from "../fields.ts";

/** Reads a conversation. */
export const getThread = defineAction({
  name: "getThread",
  label: "Get a conversation",
  description: "Reads all e-mails of a conversation, the oldest first.",
  input: z.strictObject({ id: z.string().min(1).meta({ label: "Thread id", example: "18c2f5a1b2c3d4e0" }) }),
  output: z.object({
    id: z.string().meta({ label: "Thread id" }),
    messages: z.array(message).meta({ label: "Messages" }),
  }),
});
