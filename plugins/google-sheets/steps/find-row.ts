import { documentId } from "../../google/document-id.ts";
import type { Loose } from "../../kit/loose.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { a1 } from "../a1.ts";
import { findColumn, holds, readTable, toObject } from "../rows.ts";
import type { FindRowInput, FindRowOutput } from "../types.generated.ts";
import { readValues } from "../values.ts";

/** Finds the first row that holds a value in a column. */
export async function findRow<T = Loose>(input: FindRowInput, options: StepOptions = {}): Promise<FindRowOutput<T>> {
  "use step";
  const { sheet, column, value, headerRow = 1, valueRenderOption } = input;
  const values = await readValues(documentId(input.spreadsheetId), a1(sheet), options, valueRenderOption);
  const { headers, rows } = readTable(values, headerRow);
  const index = findColumn(headers, column);
  const found = rows.find(({ cells }) => holds(cells[index], value));
  if (!found) return { found: false, row: null, rowNumber: null };
  // What a row looks like is the user's to say.
  return { found: true, row: toObject(headers, found.cells) as T, rowNumber: found.rowNumber };
}
