import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { github } from "../api.ts";
import type { CreateCommentInput, CreateCommentOutput } from "../types.generated.ts";

/** Adds a comment to an issue or a pull request. */
export async function createComment(
  { owner, repo, issue_number: number, body }: CreateCommentInput,
  options: StepOptions = {},
): Promise<CreateCommentOutput> {
  "use step";
  return github.send({ path: path`/repos/${owner}/${repo}/issues/${number}/comments`, json: { body } }, options);
}
