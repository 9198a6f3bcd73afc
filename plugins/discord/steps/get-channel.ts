import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import type { GetChannelInput, GetChannelOutput } from "../types.generated.ts";

/** Gets a channel or a thread: its name, topic and category. */
export async function getChannel({ channel_id }: GetChannelInput, options: StepOptions = {}): Promise<GetChannelOutput> {
  "use step";
  return discord.send({ path: path`/channels/${channel_id}` }, options);
}
