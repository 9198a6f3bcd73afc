import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import type { DeleteMessageInput, DeleteMessageOutput } from "../types.generated.ts";

/** Deletes a message. */
export async function deleteMessage(
  { channel_id, message_id }: DeleteMessageInput,
  options: StepOptions = {},
): Promise<DeleteMessageOutput> {
  "use step";
  await discord.send({ method: "DELETE", path: path`/channels/${channel_id}/messages/${message_id}` }, options);
  return { id: message_id, deleted: true };
}
