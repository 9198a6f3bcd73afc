import { documentId } from "../../google/document-id.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { a1, columnLetters } from "../a1.ts";
import { readHeaders, toCells } from "../rows.ts";
import type { AppendRowsInput, AppendRowsOutput } from "../types.generated.ts";
import { appendValues, readValues, writeValues } from "../values.ts";

/** Adds rows below the last one of a sheet. */
export async function appendRows(input: AppendRowsInput, options: StepOptions = {}): Promise<AppendRowsOutput> {
  "use step";
  const { sheet, rows, newColumns = false, headerRow = 1, valueInputOption = "RAW" } = input;
  const spreadsheetId = documentId(input.spreadsheetId);
  const names = new Set(rows.flatMap((row) => (Array.isArray(row) ? [] : Object.keys(row))));
  let headers: string[] = [];
  if (names.size > 0) {
    const [found = []] = await readValues(spreadsheetId, a1(sheet, `${headerRow}:${headerRow}`), options);
    headers = readHeaders(found);
    const missing = [...names].filter((name) => !headers.includes(name));
    if (missing.length > 0 && (newColumns || headers.length === 0)) {
      const first = a1(sheet, `${columnLetters(headers.length)}${headerRow}`);
      await writeValues(spreadsheetId, first, [missing], "RAW", options);
      headers = [...headers, ...missing];
    }
  }
  const cells = rows.map((row) => toCells(headers, row));
  const {
    updatedRange,
    updatedRows = 0,
    updatedCells = 0,
  } = await appendValues(spreadsheetId, a1(sheet), cells, valueInputOption, options);
  return { updatedRange, updatedRows, updatedCells };
}
