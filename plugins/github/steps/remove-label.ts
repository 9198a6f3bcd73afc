import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { github } from "../api.ts";
import type { RemoveLabelInput, RemoveLabelOutput } from "../types.generated.ts";

/** Takes a label off an issue or a pull request. */
export async function removeLabel(
  { owner, repo, issue_number: number, name }: RemoveLabelInput,
  options: StepOptions = {},
): Promise<RemoveLabelOutput> {
  "use step";
  const labels = await github.send({ method: "DELETE", path: path`/repos/${owner}/${repo}/issues/${number}/labels/${name}` }, options);
  return { labels };
}
