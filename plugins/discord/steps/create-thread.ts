import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import type { CreateThreadInput, CreateThreadOutput } from "../types.generated.ts";

/** A thread that begins with no message is private unless its kind is named. */
const PUBLIC_THREAD = 11;

/** Opens a thread below a message, or one of its own when no message is named. */
export async function createThread(
  { channel_id, message_id, ...input }: CreateThreadInput,
  options: StepOptions = {},
): Promise<CreateThreadOutput> {
  "use step";
  if (message_id === undefined) {
    return discord.send({ path: path`/channels/${channel_id}/threads`, json: { ...input, type: PUBLIC_THREAD } }, options);
  }
  return discord.send({ path: path`/channels/${channel_id}/messages/${message_id}/threads`, json: input }, options);
}
