import type { StepOptions } from "../../kit/step-options.ts";
import { listPages } from "../list-pages.ts";
import type { ListChannelMembersInput, ListChannelMembersOutput } from "../types.generated.ts";

/** Lists the ids of the people in a channel. */
export async function listChannelMembers(
  { channel, limit = 100 }: ListChannelMembersInput,
  options: StepOptions = {},
): Promise<ListChannelMembersOutput> {
  "use step";
  return { members: await listPages("conversations.members", "members", { channel }, limit, options) };
}
