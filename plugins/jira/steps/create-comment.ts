import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { jira } from "../api.ts";
import type { RawComment } from "../comment-data.ts";
import { readDocument, toDocument } from "../document.ts";
import type { CreateCommentInput, CreateCommentOutput } from "../types.generated.ts";

/** Adds a comment to an issue. */
export async function createComment({ issueIdOrKey, body }: CreateCommentInput, options: StepOptions = {}): Promise<CreateCommentOutput> {
  "use step";
  const said = await jira.send<RawComment>(
    { path: path`/rest/api/3/issue/${issueIdOrKey}/comment`, json: { body: toDocument(body) } },
    options,
  );
  return { ...said, body: readDocument(said.body) };
}
