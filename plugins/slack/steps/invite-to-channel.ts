import type { StepOptions } from "../../kit/step-options.ts";
import { callSlack } from "../api.ts";
import type { InviteToChannelInput, InviteToChannelOutput } from "../types.generated.ts";

/** Makes people members of a channel. */
export async function inviteToChannel(input: InviteToChannelInput, options: StepOptions = {}): Promise<InviteToChannelOutput> {
  "use step";
  const users = input.users.join(",");
  const { channel } = await callSlack<{ channel: InviteToChannelOutput }>("conversations.invite", { ...input, users }, options);
  return channel;
}
