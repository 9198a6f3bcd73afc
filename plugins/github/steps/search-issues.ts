import type { StepOptions } from "../../kit/step-options.ts";
import { listGithub } from "../api.ts";
import type { SearchIssuesInput, SearchIssuesOutput } from "../types.generated.ts";

interface ResultPage {
  readonly items: SearchIssuesOutput["issues"];
}

/** Finds issues and pull requests by GitHub's search, in all repositories the token can read. */
export async function searchIssues({ limit = 100, ...query }: SearchIssuesInput, options: StepOptions = {}): Promise<SearchIssuesOutput> {
  "use step";
  return { issues: await listGithub(limit, { path: "/search/issues", query }, options, (page: ResultPage) => page.items) };
}
