import type { StepOptions } from "../../kit/step-options.ts";
import type { Connection } from "../api.ts";
import { listLinear } from "../api.ts";
import { COMMENT_FIELDS } from "../queries.ts";
import type { ListCommentsInput, ListCommentsOutput } from "../types.generated.ts";

const LIST_COMMENTS = `query ListComments($id: String!, $first: Int, $after: String) {
  issue(id: $id) { comments(first: $first, after: $after) { nodes { ...CommentFields } pageInfo { hasNextPage endCursor } } }
} ${COMMENT_FIELDS}`;

interface Answer {
  readonly issue: { readonly comments: Connection<ListCommentsOutput["comments"][number]> };
}

/** Lists the comments of an issue. */
export async function listComments(
  { issueId: id, limit = 100 }: ListCommentsInput,
  options: StepOptions = {},
): Promise<ListCommentsOutput> {
  "use step";
  return { comments: await listLinear(limit, LIST_COMMENTS, { id }, options, ({ issue }: Answer) => issue.comments) };
}
