import type { StepOptions } from "../../kit/step-options.ts";
import { callSlack } from "../api.ts";
import type { CreateChannelInput, CreateChannelOutput } from "../types.generated.ts";

/** Creates a public or a private channel. */
export async function createChannel(input: CreateChannelInput, options: StepOptions = {}): Promise<CreateChannelOutput> {
  "use step";
  const { channel } = await callSlack<{ channel: CreateChannelOutput }>("conversations.create", input, options);
  return channel;
}
