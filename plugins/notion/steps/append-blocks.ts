import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import type { NotionList } from "../api.ts";
import { notion } from "../api.ts";
import { notionId } from "../notion-id.ts";
import type { AppendBlocksInput, AppendBlocksOutput } from "../types.generated.ts";

/** What Notion takes at a time. */
const LARGEST_BATCH = 100;

/** Adds blocks to the end of a page or of another block. */
export async function appendBlocks({ block_id, children }: AppendBlocksInput, options: StepOptions = {}): Promise<AppendBlocksOutput> {
  "use step";
  const place = path`/v1/blocks/${notionId(block_id)}/children`;
  const ids: string[] = [];
  for (let start = 0; start < children.length; start += LARGEST_BATCH) {
    const json = { children: children.slice(start, start + LARGEST_BATCH) };
    const { results } = await notion.send<NotionList<{ id: string }>>({ method: "PATCH", path: place, json }, options);
    ids.push(...results.map(({ id }) => id));
  }
  return { ids };
}
