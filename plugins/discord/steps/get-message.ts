import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import type { GetMessageInput, GetMessageOutput } from "../types.generated.ts";

/** Gets one message of a channel. */
export async function getMessage({ channel_id, message_id }: GetMessageInput, options: StepOptions = {}): Promise<GetMessageOutput> {
  "use step";
  return discord.send({ path: path`/channels/${channel_id}/messages/${message_id}` }, options);
}
