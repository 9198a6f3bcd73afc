import { load } from "cheerio";
import Turndown from "turndown";
import { fatal } from "../../kit/failure.ts";
import type { ToMarkdownInput, ToMarkdownOutput } from "../types.generated.ts";

/** Turns HTML into Markdown. Throws a FatalError when nothing matches the selector. */
export async function toMarkdown({ html, selector }: ToMarkdownInput): Promise<ToMarkdownOutput> {
  "use step";
  const page = load(html);
  page("script, style, noscript, template").remove();
  const part = selector === undefined ? page("body").html() : page(selector).first().html();
  if (part === null) throw fatal(`Nothing in the HTML matches "${selector}".`, { name: "NotFound" });
  const turndown = new Turndown({ headingStyle: "atx", codeBlockStyle: "fenced", bulletListMarker: "-", emDelimiter: "*" });
  return { markdown: turndown.turndown(part) };
}
