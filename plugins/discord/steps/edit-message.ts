import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import type { EditMessageInput, EditMessageOutput } from "../types.generated.ts";

/** Changes a message that the bot has sent. */
export async function editMessage(
  { channel_id, message_id, ...input }: EditMessageInput,
  options: StepOptions = {},
): Promise<EditMessageOutput> {
  "use step";
  return discord.send({ method: "PATCH", path: path`/channels/${channel_id}/messages/${message_id}`, json: input }, options);
}
