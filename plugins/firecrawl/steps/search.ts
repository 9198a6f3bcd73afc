import type { Loose } from "../../kit/loose.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { firecrawl } from "../api.ts";
import { formatsOf } from "../pages.ts";
import type { SearchInput, SearchOutput } from "../types.generated.ts";

const DEFAULT_MS = 60_000;
const TRAVEL_MS = 10_000;

/** Searches the web. */
export async function search({ sources, categories, formats, ...rest }: SearchInput, options: StepOptions = {}): Promise<SearchOutput> {
  "use step";
  const json = {
    ...rest,
    sources: sources?.map((type) => ({ type })),
    categories: categories?.map((type) => ({ type })),
    ...(formats === undefined ? {} : { scrapeOptions: { formats: formatsOf({ formats }) } }),
  };
  const timeout = `${(rest.timeout ?? DEFAULT_MS) + TRAVEL_MS}ms`;
  const { data, warning } = await firecrawl.send({ path: "/search", json, timeout }, options);
  const list = (name: string): readonly Loose[] => data?.[name] ?? [];
  const found = ({ title, url, markdown, html, links }: Loose) => ({
    title: title ?? null,
    url,
    markdown: markdown ?? null,
    html: html ?? null,
    links: links ?? [],
  });
  return {
    web: list("web").map((page) => ({ ...found(page), description: page.description ?? null })),
    news: list("news").map((page) => ({
      ...found(page),
      snippet: page.snippet ?? null,
      date: page.date ?? null,
      imageUrl: page.imageUrl ?? null,
    })),
    images: list("images").map(({ title, url, imageUrl, imageWidth, imageHeight }) => ({
      title: title ?? null,
      url: url ?? null,
      imageUrl,
      imageWidth: imageWidth ?? null,
      imageHeight: imageHeight ?? null,
    })),
    warning: warning ?? null,
  };
}
