import { collectPages } from "../../kit/collect-pages.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import type { NotionList } from "../api.ts";
import { LARGEST_PAGE, notion } from "../api.ts";
import { notionId } from "../notion-id.ts";
import type { RichText } from "../rich-text.ts";
import { plainText } from "../rich-text.ts";
import type { ListCommentsInput, ListCommentsOutput } from "../types.generated.ts";

/** A comment as Notion gives it. */
interface CommentAnswer {
  readonly id: string;
  readonly discussion_id: string;
  readonly created_time: string;
  readonly created_by: { readonly id: string };
  readonly rich_text: readonly RichText[];
}

/** Lists the comments on a page or block that are not resolved. */
export async function listComments({ block_id, limit = 100 }: ListCommentsInput, options: StepOptions = {}): Promise<ListCommentsOutput> {
  "use step";
  const found = await collectPages(limit, async (start_cursor, wanted) => {
    const query = { block_id: notionId(block_id), page_size: Math.min(wanted, LARGEST_PAGE), start_cursor };
    const page = await notion.send<NotionList<CommentAnswer>>({ path: "/v1/comments", query }, options);
    return { items: page.results, next: page.next_cursor ?? undefined };
  });
  const comments = found.map(({ id, discussion_id, created_time, created_by, rich_text }) => ({
    id,
    discussion_id,
    text: plainText(rich_text),
    created_time,
    created_by: created_by.id,
  }));
  return { comments };
}
