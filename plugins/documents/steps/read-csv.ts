import { parse } from "csv-parse/sync";
import { fatal } from "../../kit/failure.ts";
import type { Loose } from "../../kit/loose.ts";
import type { ReadCsvInput, ReadCsvOutput } from "../types.generated.ts";
import { decodeContent } from "./decode-content.ts";
import { toRows } from "./to-rows.ts";

/** Reads CSV. Throws a FatalError that names the line where the text breaks the format. */
export async function readCsv<T = Loose>(input: ReadCsvInput): Promise<ReadCsvOutput<T>> {
  "use step";
  const text = input.encoding === "base64" ? new TextDecoder().decode(decodeContent(input.content)) : input.content;
  const delimiter = input.delimiter ?? findDelimiter(text);
  try {
    const lines: string[][] = parse(text, { delimiter, bom: true, skip_empty_lines: true, relax_column_count: true });
    return toRows<T>(lines, input.header ?? true, "");
  } catch (error) {
    throw fatal(`The content is not CSV: ${error instanceof Error ? error.message : String(error)}`, { name: "InvalidFile" });
  }
}

/** The candidate that the first line holds most of, outside of quotes. */
function findDelimiter(text: string): string {
  const line = (/^[^\r\n]*/.exec(text.replace(/^\uFEFF/, ""))?.[0] ?? "").replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t", "|"].map((candidate) => ({ candidate, count: line.split(candidate).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.candidate ?? ",";
}
