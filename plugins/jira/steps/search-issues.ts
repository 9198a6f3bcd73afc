import { collectPages } from "../../kit/collect-pages.ts";
import type { Loose } from "../../kit/loose.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { jira } from "../api.ts";
import { FIELDS, readIssue } from "../issue-data.ts";
import type { RawIssue } from "../issue-data.ts";
import { buildJql } from "../jql.ts";
import type { SearchIssuesInput, SearchIssuesOutput } from "../types.generated.ts";

interface Answer {
  readonly issues?: readonly RawIssue[];
  readonly nextPageToken?: string | null;
}

const LARGEST_PAGE = 100;

/** Finds issues by project, status, person, words or a condition in JQL. */
export async function searchIssues<T = Loose>(
  { fields = [], limit = 100, ...search }: SearchIssuesInput,
  options: StepOptions = {},
): Promise<SearchIssuesOutput<T>> {
  "use step";
  const query = { jql: buildJql(search), fields: [...FIELDS, ...fields] };
  const issues = await collectPages(limit, async (nextPageToken, wanted) => {
    const json = { ...query, maxResults: Math.min(wanted, LARGEST_PAGE), nextPageToken };
    const page = await jira.send<Answer>({ path: "/rest/api/3/search/jql", json }, options);
    return { items: page.issues ?? [], next: page.nextPageToken ?? undefined };
  });
  return { issues: issues.map(readIssue) };
}
