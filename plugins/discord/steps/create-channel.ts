import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import { giveReason } from "../give-reason.ts";
import type { CreateChannelInput, CreateChannelOutput } from "../types.generated.ts";

/** Creates a channel in a server. */
export async function createChannel(
  { guild_id, reason, ...input }: CreateChannelInput,
  options: StepOptions = {},
): Promise<CreateChannelOutput> {
  "use step";
  return discord.send({ path: path`/guilds/${guild_id}/channels`, json: input, headers: giveReason(reason) }, options);
}
