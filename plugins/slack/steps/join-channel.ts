import type { StepOptions } from "../../kit/step-options.ts";
import { callSlack } from "../api.ts";
import type { JoinChannelInput, JoinChannelOutput } from "../types.generated.ts";

/** Makes the app a member of a public channel. */
export async function joinChannel(input: JoinChannelInput, options: StepOptions = {}): Promise<JoinChannelOutput> {
  "use step";
  const { channel } = await callSlack<{ channel: JoinChannelOutput }>("conversations.join", input, options);
  return channel;
}
