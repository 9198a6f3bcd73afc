import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { notion } from "../api.ts";
import { notionId } from "../notion-id.ts";
import type { WritePageMarkdownInput, WritePageMarkdownOutput } from "../types.generated.ts";

/** Adds Markdown to a page, or replaces its content. */
export async function writePageMarkdown(input: WritePageMarkdownInput, options: StepOptions = {}): Promise<WritePageMarkdownOutput> {
  "use step";
  const { markdown: content, mode = "append", allow_deleting_content } = input;
  const json =
    mode === "replace"
      ? { type: "replace_content", replace_content: { new_str: content, allow_deleting_content } }
      : { type: "insert_content", insert_content: { content, position: { type: mode === "append" ? "end" : "start" } } };
  const place = path`/v1/pages/${notionId(input.page_id)}/markdown`;
  const { id, markdown, truncated } = await notion.send<WritePageMarkdownOutput>({ method: "PATCH", path: place, json }, options);
  return { id, markdown, truncated };
}
