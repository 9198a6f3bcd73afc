import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { listPages } from "../../microsoft/list-pages.ts";
import { teams } from "../api.ts";
import type { ListChannelsInput, ListChannelsOutput } from "../types.generated.ts";

/** Lists the channels of a team. */
export async function listChannels({ teamId, limit = 100 }: ListChannelsInput, options: StepOptions = {}): Promise<ListChannelsOutput> {
  "use step";
  return { channels: await listPages(teams, { path: path`/teams/${teamId}/channels` }, { limit, largest: 0 }, options) };
}
