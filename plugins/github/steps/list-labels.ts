import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { listGithub } from "../api.ts";
import type { ListLabelsInput, ListLabelsOutput } from "../types.generated.ts";

/** Lists the labels that a repository has. */
export async function listLabels({ owner, repo, limit = 100 }: ListLabelsInput, options: StepOptions = {}): Promise<ListLabelsOutput> {
  "use step";
  return { labels: await listGithub(limit, { path: path`/repos/${owner}/${repo}/labels` }, options) };
}
