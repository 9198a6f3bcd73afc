import { documentId } from "../../google/document-id.ts";
import type { Loose } from "../../kit/loose.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { a1 } from "../a1.ts";
import { findColumn, holds, readTable, toObject } from "../rows.ts";
import type { FindRowsInput, FindRowsOutput } from "../types.generated.ts";
import { readValues } from "../values.ts";

/** Finds the rows that hold a value in a column. */
export async function findRows<T = Loose>(input: FindRowsInput, options: StepOptions = {}): Promise<FindRowsOutput<T>> {
  "use step";
  const { sheet, column, value, match = "equals", headerRow = 1, valueRenderOption, limit = 1_000 } = input;
  const values = await readValues(documentId(input.spreadsheetId), a1(sheet), options, valueRenderOption);
  const { headers, rows } = readTable(values, headerRow);
  const index = findColumn(headers, column);
  const wanted = String(value).toLowerCase();
  const found = rows
    .filter(({ cells }) =>
      match === "equals"
        ? holds(cells[index], value)
        : String(cells[index] ?? "")
            .toLowerCase()
            .includes(wanted),
    )
    .slice(0, limit);
  return {
    // What a row looks like is the user's to say.
    rows: found.map(({ cells }) => toObject(headers, cells) as T),
    rowNumbers: found.map(({ rowNumber }) => rowNumber),
  };
}
