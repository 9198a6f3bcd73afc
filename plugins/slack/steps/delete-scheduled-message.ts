import type { StepOptions } from "../../kit/step-options.ts";
import { callSlack } from "../api.ts";
import type { DeleteScheduledMessageInput, DeleteScheduledMessageOutput } from "../types.generated.ts";

/** Deletes a message that waits for its time. */
export async function deleteScheduledMessage(
  input: DeleteScheduledMessageInput,
  options: StepOptions = {},
): Promise<DeleteScheduledMessageOutput> {
  "use step";
  await callSlack("chat.deleteScheduledMessage", input, options);
  return { scheduled_message_id: input.scheduled_message_id, deleted: true };
}
