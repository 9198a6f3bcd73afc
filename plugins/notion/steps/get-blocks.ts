import { collectPages } from "../../kit/collect-pages.ts";
import type { Loose } from "../../kit/loose.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import type { NotionList } from "../api.ts";
import { LARGEST_PAGE, notion } from "../api.ts";
import { notionId } from "../notion-id.ts";
import { plainText } from "../rich-text.ts";
import type { GetBlocksInput, GetBlocksOutput } from "../types.generated.ts";

/** A block as Notion gives it: its type, and under the type's name its content. */
interface BlockAnswer {
  readonly id: string;
  readonly type: string;
  readonly has_children: boolean;
  readonly created_time: string;
  readonly last_edited_time: string;
  readonly [type: string]: Loose;
}

/** Reads the blocks that a page or another block directly holds. */
export async function getBlocks<T = Loose>(
  { block_id, limit = 100 }: GetBlocksInput,
  options: StepOptions = {},
): Promise<GetBlocksOutput<T>> {
  "use step";
  const place = path`/v1/blocks/${notionId(block_id)}/children`;
  const blocks = await collectPages(limit, async (start_cursor, wanted) => {
    const query = { page_size: Math.min(wanted, LARGEST_PAGE), start_cursor };
    const page = await notion.send<NotionList<BlockAnswer>>({ path: place, query }, options);
    return { items: page.results, next: page.next_cursor ?? undefined };
  });
  return { blocks: blocks.map((block) => present<T>(block)) };
}

function present<T>(block: BlockAnswer): GetBlocksOutput<T>["blocks"][number] {
  const { id, type, has_children, created_time, last_edited_time } = block;
  const content: Loose = block[type];
  return { id, type, has_children, text: plainText(content?.rich_text), created_time, last_edited_time, content };
}
