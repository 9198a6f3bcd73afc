import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { teams } from "../api.ts";
import { bindMember } from "../bind-member.ts";
import type { CreateChannelInput, CreateChannelOutput } from "../types.generated.ts";

/** Creates a channel in a team. */
export async function createChannel(
  { teamId, owner, ...input }: CreateChannelInput,
  options: StepOptions = {},
): Promise<CreateChannelOutput> {
  "use step";
  const members = owner === undefined ? {} : { members: [bindMember(owner)] };
  return teams.send({ path: path`/teams/${teamId}/channels`, json: { ...input, ...members } }, options);
}
