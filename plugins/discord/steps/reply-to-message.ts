import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import { encodeMessage, onlyOnce } from "../encode-message.ts";
import type { ReplyToMessageInput, ReplyToMessageOutput } from "../types.generated.ts";

/** Answers a message of a channel. */
export async function replyToMessage(
  { channel_id, message_id, files, ...input }: ReplyToMessageInput,
  options: StepOptions = {},
): Promise<ReplyToMessageOutput> {
  "use step";
  const reference = { message_reference: { message_id } };
  const body = encodeMessage({ ...input, ...reference, ...onlyOnce() }, files);
  return discord.send({ path: path`/channels/${channel_id}/messages`, ...body }, options);
}
