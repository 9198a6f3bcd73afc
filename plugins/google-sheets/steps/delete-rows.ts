import { documentId } from "../../google/document-id.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { sheets } from "../api.ts";
import { findSheetId } from "../sheet-list.ts";
import type { DeleteRowsInput, DeleteRowsOutput } from "../types.generated.ts";

/** Removes rows; those below move up. */
export async function deleteRows(input: DeleteRowsInput, options: StepOptions = {}): Promise<DeleteRowsOutput> {
  "use step";
  const { sheet, rowNumber, count = 1 } = input;
  const spreadsheetId = documentId(input.spreadsheetId);
  const sheetId = await findSheetId(spreadsheetId, sheet, options);
  const range = { sheetId, dimension: "ROWS", startIndex: rowNumber - 1, endIndex: rowNumber - 1 + count };
  await sheets.send(
    { path: path`/v4/spreadsheets/${spreadsheetId}:batchUpdate`, json: { requests: [{ deleteDimension: { range } }] } },
    options,
  );
  return { deletedRows: count };
}
