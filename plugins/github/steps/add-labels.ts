import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { github } from "../api.ts";
import type { AddLabelsInput, AddLabelsOutput } from "../types.generated.ts";

/** Adds labels to an issue or a pull request; those it has stay. */
export async function addLabels(
  { owner, repo, issue_number: number, labels }: AddLabelsInput,
  options: StepOptions = {},
): Promise<AddLabelsOutput> {
  "use step";
  return { labels: await github.send({ path: path`/repos/${owner}/${repo}/issues/${number}/labels`, json: { labels } }, options) };
}
