import type { Loose } from "../kit/loose.ts";
import type { BatchScrapeOutput, ScrapeInput } from "./types.generated.ts";

type FormatInput = Pick<ScrapeInput, "formats" | "schema" | "prompt">;
type LoadInput = Omit<ScrapeInput, keyof FormatInput | "url" | "question" | "actions" | "timeout">;

/** The service's own list of formats, in which data is one more. */
export function formatsOf({ formats, schema, prompt }: FormatInput): object[] {
  const wantsData = schema !== undefined || prompt !== undefined;
  const plain = formats ?? (wantsData ? [] : ["markdown" as const]);
  return [...plain.map((type) => ({ type })), ...(wantsData ? [{ type: "json", schema, prompt }] : [])];
}

/** The options of a page inside another request, as the service names them. */
export function scrapeOptionsOf({ formats, schema, prompt, ...load }: FormatInput & LoadInput): object {
  return { formats: formatsOf({ formats, schema, prompt }), ...load };
}

/** A page with the fields that its action promises. */
export function readPage(page: Loose): BatchScrapeOutput<Loose>["pages"][number] {
  const { metadata = {} } = page;
  return {
    markdown: page.markdown ?? null,
    summary: page.summary ?? null,
    html: page.html ?? null,
    rawHtml: page.rawHtml ?? null,
    links: page.links ?? [],
    images: page.images ?? [],
    screenshot: page.screenshot ?? null,
    json: page.json ?? null,
    metadata: {
      title: first(metadata.title),
      description: first(metadata.description),
      language: first(metadata.language),
      sourceURL: metadata.sourceURL ?? null,
      url: metadata.url ?? null,
      statusCode: metadata.statusCode ?? null,
      contentType: metadata.contentType ?? null,
      error: metadata.error ?? null,
    },
  };
}

/** A page may say a thing twice. */
function first(value: Loose): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
