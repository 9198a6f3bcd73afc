import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import type { ListChannelsInput, ListChannelsOutput } from "../types.generated.ts";

/** Lists the channels of a server. */
export async function listChannels({ guild_id }: ListChannelsInput, options: StepOptions = {}): Promise<ListChannelsOutput> {
  "use step";
  return { channels: await discord.send({ path: path`/guilds/${guild_id}/channels` }, options) };
}
