import type { StepOptions } from "../../kit/step-options.ts";
import type { Connection } from "../api.ts";
import { listLinear } from "../api.ts";
import { FOUND_ISSUE_FIELDS } from "../queries.ts";
import type { SearchIssuesInput, SearchIssuesOutput } from "../types.generated.ts";

const SEARCH_ISSUES = `query SearchIssues($term: String!, $teamId: String, $includeComments: Boolean, $first: Int, $after: String) {
  searchIssues(term: $term, teamId: $teamId, includeComments: $includeComments, first: $first, after: $after) {
    nodes { ...FoundIssueFields }
    pageInfo { hasNextPage endCursor }
  }
} ${FOUND_ISSUE_FIELDS}`;

interface Answer {
  readonly searchIssues: Connection<SearchIssuesOutput["issues"][number]>;
}

/** Finds issues by words in their titles, descriptions and, if you like, comments. */
export async function searchIssues({ limit = 100, ...search }: SearchIssuesInput, options: StepOptions = {}): Promise<SearchIssuesOutput> {
  "use step";
  return { issues: await listLinear(limit, SEARCH_ISSUES, search, options, (answer: Answer) => answer.searchIssues) };
}
