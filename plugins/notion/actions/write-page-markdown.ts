import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { page_id } from "../fields.ts";

/** Adds to or replaces a page's content with Markdown. */
export const writePageMarkdown = defineAction({
  name: "writePageMarkdown",
  label: "Write a page's content",
  description: "Adds Markdown to the end or the beginning of a page, or replaces its whole content.",
  input: z.strictObject({
    page_id,
    markdown: z.string().meta({ label: "Content", code: "markdown", example: "## Today\n\nIt was **packed**." }),
    mode: z.enum(["append", "prepend", "replace"]).optional().meta({ label: "How", default: "append", example: "replace" }),
    allow_deleting_content: z
      .boolean()
      .optional()
      .meta({
        label: "Also remove pages inside",
        help: "Replacing may remove pages and databases that the page holds; Notion refuses that otherwise.",
        default: false,
        example: true,
        shownWhen: { field: "mode", is: ["replace"] },
      }),
  }),
  output: z.object({
    id: z.string().meta({ label: "Page id" }),
    markdown: z.string().meta({ label: "Content", help: "Of the page as it is now." }),
    truncated: z.boolean().meta({ label: "Cut off" }),
  }),
});
