import { fatal } from "../../kit/failure.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { notion } from "../api.ts";
import { notionId } from "../notion-id.ts";
import { toRichText } from "../rich-text.ts";
import type { CreateCommentInput, CreateCommentOutput } from "../types.generated.ts";

/** Writes a comment on a page, or answers in a discussion. */
export async function createComment(input: CreateCommentInput, options: StepOptions = {}): Promise<CreateCommentOutput> {
  "use step";
  const { page_id, discussion_id, text } = input;
  if ((page_id === undefined) === (discussion_id === undefined)) {
    throw fatal("Name either the page to comment on or the discussion to answer in.", { name: "InvalidInput" });
  }
  const json = { parent: page_id === undefined ? undefined : { page_id: notionId(page_id) }, discussion_id, rich_text: toRichText(text) };
  const comment = await notion.send<CreateCommentOutput>({ path: "/v1/comments", json }, options);
  return { id: comment.id, discussion_id: comment.discussion_id, created_time: comment.created_time };
}
