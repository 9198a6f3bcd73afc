import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Turns a page into Markdown. */
export const toMarkdown = defineAction({
  name: "toMarkdown",
  label: "HTML to Markdown",
  description: "Turns HTML into Markdown, which people and language models read more easily. Scripts and styles are left out.",
  input: z.strictObject({
    html: z.string().meta({ label: "HTML", code: "html", example: "<h1>News</h1><p>All <b>well</b>.</p>" }),
    selector: z.string().optional().meta({ label: "Only this part", help: "A CSS selector; its first match.", example: "p" }),
  }),
  output: z.object({ markdown: z.string().meta({ label: "Markdown" }) }),
});
