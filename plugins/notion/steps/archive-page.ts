import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { notion } from "../api.ts";
import { notionId } from "../notion-id.ts";
import type { PageAnswer } from "../pages.ts";
import type { ArchivePageInput, ArchivePageOutput } from "../types.generated.ts";

/** Moves a page to Notion's trash, or takes it out again. */
export async function archivePage(input: ArchivePageInput, options: StepOptions = {}): Promise<ArchivePageOutput> {
  "use step";
  const { in_trash = true } = input;
  const place = path`/v1/pages/${notionId(input.page_id)}`;
  const page = await notion.send<PageAnswer>({ method: "PATCH", path: place, json: { in_trash } }, options);
  return { id: page.id, url: page.url, in_trash: page.in_trash ?? in_trash };
}
