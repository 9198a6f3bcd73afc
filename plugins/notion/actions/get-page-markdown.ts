import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { page_id } from "../fields.ts";

/** Reads a page's content as Markdown. */
export const getPageMarkdown = defineAction({
  name: "getPageMarkdown",
  label: "Get a page's content",
  description: "Reads the content of a page as Markdown.",
  input: z.strictObject({ page_id }),
  output: z.object({
    id: z.string().meta({ label: "Page id" }),
    markdown: z.string().meta({ label: "Content" }),
    truncated: z.boolean().meta({ label: "Cut off", help: "The page is too large for Notion to give it whole." }),
  }),
});
