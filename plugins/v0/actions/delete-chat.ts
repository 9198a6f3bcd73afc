import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId } from "../fields.ts";

/** Deletes a chat. */
export const deleteChat = defineAction({
  name: "deleteChat",
  label: "Delete a chat",
  description: "Deletes a chat with all its messages.",
  input: z.strictObject({ chatId }),
  output: z.object({ chatId: z.string().meta({ label: "Chat" }), deleted: z.literal(true).meta({ label: "Deleted" }) }),
});
