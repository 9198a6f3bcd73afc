import type { CheerioAPI } from "cheerio";
import { load } from "cheerio";
import { fatal } from "../../kit/failure.ts";
import type { Loose } from "../../kit/loose.ts";
import type { ExtractInput, ExtractOutput } from "../types.generated.ts";

type Field = ExtractInput["fields"][number];
type Selection = ReturnType<CheerioAPI>;

/** Takes values out of a page. Throws a FatalError for a selector that is none. */
export async function extract<T = Loose>({ html, rows, fields }: ExtractInput): Promise<ExtractOutput<T>> {
  "use step";
  const page = load(html);
  const found = rows === undefined ? [page.root() as Selection] : [...select(page.root() as Selection, rows)].map((row) => page(row));
  // What the selectors find is the user's to know.
  return { rows: found.map((row) => Object.fromEntries(fields.map((field) => [field.name, readField(page, row, field)]))) as T[] };
}

function readField(page: CheerioAPI, row: Selection, field: Field): string | null | (string | null)[] {
  const matches = [...(field.selector === undefined ? row : select(row, field.selector))].map((match) => page(match));
  if (field.all) return matches.map((match) => take(match, field));
  const first = matches[0];
  return first === undefined ? null : take(first, field);
}

function take(match: Selection, field: Field): string | null {
  switch (field.take ?? "text") {
    case "text":
      return match.text().replace(/\s+/g, " ").trim();
    case "html":
      return match.html();
    case "attribute":
      return match.attr(field.attribute ?? "href") ?? null;
  }
}

function select(within: Selection, selector: string): Selection {
  try {
    return within.find(selector);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw fatal(`"${selector}" is not a CSS selector: ${reason}`, { name: "InvalidInput" });
  }
}
