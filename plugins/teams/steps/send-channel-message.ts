import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { teams } from "../api.ts";
import { encodeMessage } from "../encode-message.ts";
import type { SendChannelMessageInput, SendChannelMessageOutput } from "../types.generated.ts";

/** Sends a message to a channel, with a card if you like. */
export async function sendChannelMessage(
  { teamId, channelId, ...input }: SendChannelMessageInput,
  options: StepOptions = {},
): Promise<SendChannelMessageOutput> {
  "use step";
  return teams.send({ path: path`/teams/${teamId}/channels/${channelId}/messages`, json: encodeMessage(input) }, options);
}
