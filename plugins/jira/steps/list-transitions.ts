import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { jira } from "../api.ts";
import type { ListTransitionsInput, ListTransitionsOutput } from "../types.generated.ts";

/** Lists where an issue can go from its present status. */
export async function listTransitions({ issueIdOrKey }: ListTransitionsInput, options: StepOptions = {}): Promise<ListTransitionsOutput> {
  "use step";
  return jira.send({ path: path`/rest/api/3/issue/${issueIdOrKey}/transitions` }, options);
}
