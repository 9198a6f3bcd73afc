import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { DeleteMessageInput, DeleteMessageOutput } from "../types.generated.ts";

/** Deletes a message of the bot, or of others where the bot is an administrator. */
export async function deleteMessage(input: DeleteMessageInput, options: StepOptions = {}): Promise<DeleteMessageOutput> {
  "use step";
  await callBot("deleteMessage", input, options);
  return { message_id: input.message_id, deleted: true };
}
