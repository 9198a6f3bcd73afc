import type { StepOptions } from "../../kit/step-options.ts";
import { listPages } from "../../microsoft/list-pages.ts";
import { teams } from "../api.ts";
import type { ListTeamsInput, ListTeamsOutput } from "../types.generated.ts";

/** Lists the teams of the person who signed in. */
export async function listTeams({ limit = 100 }: ListTeamsInput, options: StepOptions = {}): Promise<ListTeamsOutput> {
  "use step";
  return { teams: await listPages(teams, { path: "/me/joinedTeams" }, { limit, largest: 0 }, options) };
}
