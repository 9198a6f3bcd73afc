import type { StepOptions } from "../../kit/step-options.ts";
import { listGithub } from "../api.ts";
import type { SearchCodeInput, SearchCodeOutput } from "../types.generated.ts";

interface ResultPage {
  readonly items: SearchCodeOutput["files"];
}

/** Finds files by words in them, in all repositories the token can read. */
export async function searchCode({ q, limit = 100 }: SearchCodeInput, options: StepOptions = {}): Promise<SearchCodeOutput> {
  "use step";
  return { files: await listGithub(limit, { path: "/search/code", query: { q } }, options, (page: ResultPage) => page.items) };
}
