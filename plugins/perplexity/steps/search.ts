import type { StepOptions } from "../../kit/step-options.ts";
import { perplexity } from "../api.ts";
import type { SearchInput, SearchOutput } from "../types.generated.ts";

/** Searches the web. */
export async function search(input: SearchInput, options: StepOptions = {}): Promise<SearchOutput> {
  "use step";
  const { id, results } = await perplexity.send<SearchOutput>({ path: "/search", json: input, timeout: "60s" }, options);
  return { id, results };
}
