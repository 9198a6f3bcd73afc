import type { StepOptions } from "../../kit/step-options.ts";
import { callSlack } from "../api.ts";
import type { DeleteMessageInput, DeleteMessageOutput } from "../types.generated.ts";

/** Deletes a message that the app has sent. */
export async function deleteMessage(input: DeleteMessageInput, options: StepOptions = {}): Promise<DeleteMessageOutput> {
  "use step";
  const { channel, ts } = await callSlack<{ channel: string; ts: string }>("chat.delete", input, options);
  return { channel, ts, deleted: true };
}
