import { documentId } from "../../google/document-id.ts";
import type { Loose } from "../../kit/loose.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { a1 } from "../a1.ts";
import { readTable, toObject } from "../rows.ts";
import type { ReadRowsInput, ReadRowsOutput } from "../types.generated.ts";
import { readValues } from "../values.ts";

/** Reads a sheet as objects named by its header row. */
export async function readRows<T = Loose>(input: ReadRowsInput, options: StepOptions = {}): Promise<ReadRowsOutput<T>> {
  "use step";
  const { sheet, headerRow = 1, valueRenderOption, limit = 1_000 } = input;
  const values = await readValues(documentId(input.spreadsheetId), a1(sheet), options, valueRenderOption);
  const { headers, rows } = readTable(values, headerRow);
  const wanted = rows.slice(0, limit);
  return {
    // What a row looks like is the user's to say.
    rows: wanted.map(({ cells }) => toObject(headers, cells) as T),
    rowNumbers: wanted.map(({ rowNumber }) => rowNumber),
    headers: headers.filter((name) => name !== ""),
  };
}
