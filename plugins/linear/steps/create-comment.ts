import type { StepOptions } from "../../kit/step-options.ts";
import { askLinear } from "../api.ts";
import { COMMENT_FIELDS } from "../queries.ts";
import type { CreateCommentInput, CreateCommentOutput } from "../types.generated.ts";

const CREATE_COMMENT = `mutation CreateComment($input: CommentCreateInput!) {
  commentCreate(input: $input) { comment { ...CommentFields } }
} ${COMMENT_FIELDS}`;

/** Adds a comment to an issue, or an answer to a comment. */
export async function createComment(input: CreateCommentInput, options: StepOptions = {}): Promise<CreateCommentOutput> {
  "use step";
  const { commentCreate } = await askLinear<{ commentCreate: { comment: CreateCommentOutput } }>(CREATE_COMMENT, { input }, options);
  return commentCreate.comment;
}
