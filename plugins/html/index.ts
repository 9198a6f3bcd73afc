import { definePlugin } from "../kit/define-plugin.ts";
import { extract } from "./actions/extract.ts";
import { toMarkdown } from "./actions/to-markdown.ts";

export const plugin = definePlugin({
  name: "html",
  label: "HTML",
  description: "Read pages: values by CSS selector, or the whole as Markdown.",
  actions: [extract, toMarkdown],
});
