import { documentId } from "../../google/document-id.ts";
import { fatal } from "../../kit/failure.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { a1 } from "../a1.ts";
import { findColumn, readTable, toCells } from "../rows.ts";
import type { UpsertRowsInput, UpsertRowsOutput } from "../types.generated.ts";
import { appendValues, readValues, writeRanges } from "../values.ts";

/** Updates the rows whose key column holds the same value, and appends the others. */
export async function upsertRows(input: UpsertRowsInput, options: StepOptions = {}): Promise<UpsertRowsOutput> {
  "use step";
  const { sheet, key, appendMissing = true, headerRow = 1, valueInputOption = "RAW" } = input;
  const spreadsheetId = documentId(input.spreadsheetId);
  const table = readTable(await readValues(spreadsheetId, a1(sheet), options), headerRow);
  const column = findColumn(table.headers, key);
  const rowNumbers = new Map(table.rows.toReversed().map(({ cells, rowNumber }) => [String(cells[column] ?? ""), rowNumber]));

  const known = [...mergeByKey(input.rows, key)].map(([value, row]) => ({
    value,
    rowNumber: rowNumbers.get(value),
    cells: toCells(table.headers, row),
  }));
  const there = known.flatMap(({ rowNumber, cells }) => (rowNumber === undefined ? [] : [{ rowNumber, cells }]));
  const missing = known.filter(({ rowNumber }) => rowNumber === undefined);
  if (there.length > 0) {
    const data = there.map(({ rowNumber, cells }) => ({ range: a1(sheet, `A${rowNumber}`), values: [cells] }));
    await writeRanges(spreadsheetId, data, valueInputOption, options);
  }
  if (missing.length > 0 && appendMissing) {
    const cells = missing.map((row) => row.cells);
    await appendValues(spreadsheetId, a1(sheet), cells, valueInputOption, options);
  }
  return {
    updatedRows: there.map(({ rowNumber }) => rowNumber),
    appendedRows: appendMissing ? missing.length : 0,
    missing: appendMissing ? [] : missing.map(({ value }) => value),
  };
}

/** One row for each key: of two with the same key the later one's fields win. */
function mergeByKey(rows: UpsertRowsInput["rows"], key: string): Map<string, Record<string, unknown>> {
  const merged = new Map<string, Record<string, unknown>>();
  for (const row of rows) {
    const value = String(row[key] ?? "");
    if (value === "") throw fatal(`A row has no value for the key column "${key}".`, { name: "InvalidInput" });
    merged.set(value, { ...merged.get(value), ...row });
  }
  return merged;
}
