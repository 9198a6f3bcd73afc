import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import { giveReason } from "../give-reason.ts";
import type { UpdateChannelInput, UpdateChannelOutput } from "../types.generated.ts";

/** Changes the name, topic or category of a channel. */
export async function updateChannel(
  { channel_id, reason, ...input }: UpdateChannelInput,
  options: StepOptions = {},
): Promise<UpdateChannelOutput> {
  "use step";
  return discord.send({ method: "PATCH", path: path`/channels/${channel_id}`, json: input, headers: giveReason(reason) }, options);
}
