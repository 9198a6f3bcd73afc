import type { StepOptions } from "../../kit/step-options.ts";
import type { Connection } from "../api.ts";
import { listLinear } from "../api.ts";
import type { ListTeamsInput, ListTeamsOutput } from "../types.generated.ts";

const LIST_TEAMS = `query ListTeams($first: Int, $after: String) {
  teams(first: $first, after: $after) { nodes { id key name description } pageInfo { hasNextPage endCursor } }
}`;

interface Answer {
  readonly teams: Connection<ListTeamsOutput["teams"][number]>;
}

/** Lists the teams of the workspace. */
export async function listTeams({ limit = 100 }: ListTeamsInput, options: StepOptions = {}): Promise<ListTeamsOutput> {
  "use step";
  return { teams: await listLinear(limit, LIST_TEAMS, {}, options, ({ teams }: Answer) => teams) };
}
