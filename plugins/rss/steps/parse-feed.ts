import { parseFeed as parseAnyFeed } from "feedsmith";
import type { Loose } from "../../kit/loose.ts";
import type { ReadFeedOutput } from "../types.generated.ts";

type Item = ReadFeedOutput["items"][number];

/** A feed of any format in one shape; undefined for a text that is none. */
export function parseFeed(text: string): ReadFeedOutput | undefined {
  let parsed: ReturnType<typeof parseAnyFeed>;
  try {
    parsed = parseAnyFeed(text);
  } catch {
    return undefined;
  }
  // Four formats, each with names of its own and every field optional.
  const feed: Loose = parsed.feed;
  const entries: readonly Loose[] = feed.items ?? feed.entries ?? [];
  return {
    format: parsed.format,
    title: textOf(feed.title),
    url: textOf(feed.link) ?? textOf(feed.home_page_url) ?? linkOf(feed.links),
    items: entries.map(readItem),
  };
}

function readItem(entry: Loose): Item {
  const url = textOf(entry.link) ?? textOf(entry.url) ?? linkOf(entry.links);
  const author = entry.authors?.[0] ?? entry.dc?.creators?.[0];
  return {
    id: textOf(entry.guid) ?? textOf(entry.id) ?? url,
    title: textOf(entry.title),
    url,
    author: textOf(author?.name) ?? textOf(author),
    published: timeOf(entry.pubDate ?? entry.published ?? entry.date_published ?? entry.dc?.dates?.[0] ?? entry.updated),
    summary: textOf(entry.description) ?? textOf(entry.summary),
    content: textOf(entry.content?.encoded) ?? textOf(entry.content) ?? textOf(entry.content_html) ?? textOf(entry.content_text),
    categories: listOf(entry.categories ?? entry.tags).flatMap((category) => textOf(category?.name ?? category?.term ?? category) ?? []),
    enclosures: listOf(entry.enclosures ?? entry.attachments).flatMap(({ url: address, type, mime_type: mimeType }) =>
      typeof address === "string" ? [{ url: address, type: textOf(type) ?? textOf(mimeType) }] : [],
    ),
  };
}

function listOf(value: Loose): readonly Loose[] {
  return Array.isArray(value) ? value : [];
}

/** A plain text, or the `value` of one with attributes. */
function textOf(value: Loose): string | null {
  const text: unknown = typeof value === "object" && value !== null ? value.value : value;
  return typeof text === "string" && text !== "" ? text : null;
}

function linkOf(links: Loose): string | null {
  const list = listOf(links);
  return textOf((list.find(({ rel }) => rel === undefined || rel === "alternate") ?? list[0])?.href);
}

function timeOf(value: unknown): string | null {
  const time = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
