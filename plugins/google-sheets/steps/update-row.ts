import { documentId } from "../../google/document-id.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { a1 } from "../a1.ts";
import { readHeaders, toCells } from "../rows.ts";
import type { UpdateRowInput, UpdateRowOutput } from "../types.generated.ts";
import { readValues, writeValues } from "../values.ts";

/** Changes cells of the row with a number; the others keep what they hold. */
export async function updateRow(input: UpdateRowInput, options: StepOptions = {}): Promise<UpdateRowOutput> {
  "use step";
  const { sheet, rowNumber, values, headerRow = 1, valueInputOption = "RAW" } = input;
  const spreadsheetId = documentId(input.spreadsheetId);
  const [found = []] = Array.isArray(values) ? [] : await readValues(spreadsheetId, a1(sheet, `${headerRow}:${headerRow}`), options);
  const cells = toCells(readHeaders(found), values);
  const answer = await writeValues(spreadsheetId, a1(sheet, `A${rowNumber}`), [cells], valueInputOption, options);
  return { updatedRange: answer.updatedRange, updatedRows: answer.updatedRows ?? 0, updatedCells: answer.updatedCells ?? 0 };
}
