import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { listJira } from "../api.ts";
import type { RawComment } from "../comment-data.ts";
import { readDocument } from "../document.ts";
import type { ListCommentsInput, ListCommentsOutput } from "../types.generated.ts";

interface Answer {
  readonly comments: readonly RawComment[];
}

/** Lists the comments of an issue, as plain text. */
export async function listComments(
  { issueIdOrKey, orderBy, limit = 100 }: ListCommentsInput,
  options: StepOptions = {},
): Promise<ListCommentsOutput> {
  "use step";
  const comments = path`/rest/api/3/issue/${issueIdOrKey}/comment`;
  const said = await listJira(limit, comments, { orderBy }, options, (page: Answer) => page.comments);
  return { comments: said.map((comment) => ({ ...comment, body: readDocument(comment.body) })) };
}
