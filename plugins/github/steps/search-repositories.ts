import type { StepOptions } from "../../kit/step-options.ts";
import { listGithub } from "../api.ts";
import type { SearchRepositoriesInput, SearchRepositoriesOutput } from "../types.generated.ts";

interface ResultPage {
  readonly items: SearchRepositoriesOutput["repositories"];
}

/** Finds repositories by name, topic, language and more. */
export async function searchRepositories(
  { limit = 100, ...query }: SearchRepositoriesInput,
  options: StepOptions = {},
): Promise<SearchRepositoriesOutput> {
  "use step";
  return { repositories: await listGithub(limit, { path: "/search/repositories", query }, options, (page: ResultPage) => page.items) };
}
