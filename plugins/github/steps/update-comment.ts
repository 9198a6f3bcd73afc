import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { github } from "../api.ts";
import type { UpdateCommentInput, UpdateCommentOutput } from "../types.generated.ts";

/** Replaces the text of a comment on an issue or a pull request. */
export async function updateComment(
  { owner, repo, comment_id: id, body }: UpdateCommentInput,
  options: StepOptions = {},
): Promise<UpdateCommentOutput> {
  "use step";
  return github.send({ method: "PATCH", path: path`/repos/${owner}/${repo}/issues/comments/${id}`, json: { body } }, options);
}
