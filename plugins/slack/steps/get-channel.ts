import type { StepOptions } from "../../kit/step-options.ts";
import { askSlack } from "../api.ts";
import type { GetChannelInput, GetChannelOutput } from "../types.generated.ts";

/** Gets a channel: its name, topic, purpose and number of members. */
export async function getChannel(input: GetChannelInput, options: StepOptions = {}): Promise<GetChannelOutput> {
  "use step";
  const query = { channel: input.channel, include_num_members: true };
  const { channel } = await askSlack<{ channel: GetChannelOutput }>("conversations.info", query, options);
  return channel;
}
