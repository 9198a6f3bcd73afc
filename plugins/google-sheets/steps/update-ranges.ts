import { documentId } from "../../google/document-id.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { toCell } from "../rows.ts";
import type { UpdateRangesInput, UpdateRangesOutput } from "../types.generated.ts";
import { writeRanges } from "../values.ts";

/** Writes the cells of several ranges with one call. */
export async function updateRanges(input: UpdateRangesInput, options: StepOptions = {}): Promise<UpdateRangesOutput> {
  "use step";
  const { spreadsheetId, data, valueInputOption = "RAW" } = input;
  const cells = data.map(({ range, values }) => ({ range, values: values.map((row) => row.map(toCell)) }));
  const { totalUpdatedRows = 0, totalUpdatedCells = 0 } = await writeRanges(documentId(spreadsheetId), cells, valueInputOption, options);
  return { totalUpdatedRows, totalUpdatedCells };
}
