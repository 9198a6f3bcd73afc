import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import { encodeMessage, onlyOnce } from "../encode-message.ts";
import type { SendMessageInput, SendMessageOutput } from "../types.generated.ts";

/** Sends a message to a channel or a thread, with embeds and files if you like. */
export async function sendMessage(
  { channel_id, files, ...input }: SendMessageInput,
  options: StepOptions = {},
): Promise<SendMessageOutput> {
  "use step";
  const body = encodeMessage({ ...input, ...onlyOnce() }, files);
  return discord.send({ path: path`/channels/${channel_id}/messages`, ...body }, options);
}
