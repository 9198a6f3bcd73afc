import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import { giveReason } from "../give-reason.ts";
import type { DeleteChannelInput, DeleteChannelOutput } from "../types.generated.ts";

/** Deletes a channel or a thread with all its messages. */
export async function deleteChannel({ channel_id, reason }: DeleteChannelInput, options: StepOptions = {}): Promise<DeleteChannelOutput> {
  "use step";
  await discord.send({ method: "DELETE", path: path`/channels/${channel_id}`, headers: giveReason(reason) }, options);
  return { id: channel_id, deleted: true };
}
