import type { StepOptions } from "../../kit/step-options.ts";
import type { Connection } from "../api.ts";
import { listLinear, sameId } from "../api.ts";
import type { ListLabelsInput, ListLabelsOutput } from "../types.generated.ts";

const LIST_LABELS = `query ListLabels($filter: IssueLabelFilter, $first: Int, $after: String) {
  issueLabels(filter: $filter, first: $first, after: $after) {
    nodes { id name color description team { id name } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Answer {
  readonly issueLabels: Connection<ListLabelsOutput["labels"][number]>;
}

/** Lists the issue labels of a team, or all of the workspace. */
export async function listLabels({ teamId, limit = 100 }: ListLabelsInput, options: StepOptions = {}): Promise<ListLabelsOutput> {
  "use step";
  const filter = teamId === undefined ? undefined : { team: sameId(teamId) };
  return { labels: await listLinear(limit, LIST_LABELS, { filter }, options, ({ issueLabels }: Answer) => issueLabels) };
}
