import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { notion } from "../api.ts";
import { notionId } from "../notion-id.ts";
import type { GetPageMarkdownInput, GetPageMarkdownOutput } from "../types.generated.ts";

/** Reads the content of a page as Markdown. */
export async function getPageMarkdown(input: GetPageMarkdownInput, options: StepOptions = {}): Promise<GetPageMarkdownOutput> {
  "use step";
  const place = path`/v1/pages/${notionId(input.page_id)}/markdown`;
  const { id, markdown, truncated } = await notion.send<GetPageMarkdownOutput>({ path: place }, options);
  return { id, markdown, truncated };
}
