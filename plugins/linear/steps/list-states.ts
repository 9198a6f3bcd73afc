import type { StepOptions } from "../../kit/step-options.ts";
import type { Connection } from "../api.ts";
import { listLinear, sameId } from "../api.ts";
import type { ListStatesInput, ListStatesOutput } from "../types.generated.ts";

const LIST_STATES = `query ListStates($filter: WorkflowStateFilter, $first: Int, $after: String) {
  workflowStates(filter: $filter, first: $first, after: $after) {
    nodes { id name type color position team { id name } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Answer {
  readonly workflowStates: Connection<ListStatesOutput["states"][number]>;
}

/** Lists the states that issues of a team, or of all teams, go through. */
export async function listStates({ teamId, limit = 100 }: ListStatesInput, options: StepOptions = {}): Promise<ListStatesOutput> {
  "use step";
  const filter = teamId === undefined ? undefined : { team: sameId(teamId) };
  return { states: await listLinear(limit, LIST_STATES, { filter }, options, ({ workflowStates }: Answer) => workflowStates) };
}
