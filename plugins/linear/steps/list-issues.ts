import type { StepOptions } from "../../kit/step-options.ts";
import type { Connection } from "../api.ts";
import { listLinear, sameId } from "../api.ts";
import { ISSUE_FIELDS } from "../queries.ts";
import type { ListIssuesInput, ListIssuesOutput } from "../types.generated.ts";

const LIST_ISSUES = `query ListIssues($filter: IssueFilter, $orderBy: PaginationOrderBy, $first: Int, $after: String) {
  issues(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    nodes { ...IssueFields }
    pageInfo { hasNextPage endCursor }
  }
} ${ISSUE_FIELDS}`;

interface Answer {
  readonly issues: Connection<ListIssuesOutput["issues"][number]>;
}

/** Lists issues, newest first, all of them or those of a team, a person, a project, a state or a label. */
export async function listIssues(
  { limit = 100, orderBy, ...wanted }: ListIssuesInput,
  options: StepOptions = {},
): Promise<ListIssuesOutput> {
  "use step";
  const filter = {
    team: sameId(wanted.teamId),
    assignee: sameId(wanted.assigneeId),
    project: sameId(wanted.projectId),
    state: wanted.state === undefined ? undefined : { name: { eqIgnoreCase: wanted.state } },
    labels: wanted.label === undefined ? undefined : { some: { name: { eqIgnoreCase: wanted.label } } },
    updatedAt: wanted.updatedAfter === undefined ? undefined : { gte: wanted.updatedAfter },
  };
  return { issues: await listLinear(limit, LIST_ISSUES, { filter, orderBy }, options, ({ issues }: Answer) => issues) };
}
