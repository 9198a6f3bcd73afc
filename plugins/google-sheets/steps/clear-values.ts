import { documentId } from "../../google/document-id.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { a1 } from "../a1.ts";
import { sheets } from "../api.ts";
import type { ClearValuesInput, ClearValuesOutput } from "../types.generated.ts";

/** Empties the cells of a range or of a whole sheet. */
export async function clearValues(
  { spreadsheetId, sheet, range }: ClearValuesInput,
  options: StepOptions = {},
): Promise<ClearValuesOutput> {
  "use step";
  const { clearedRange } = await sheets.send<ClearValuesOutput>(
    { path: path`/v4/spreadsheets/${documentId(spreadsheetId)}/values/${a1(sheet, range)}:clear`, json: {} },
    options,
  );
  return { clearedRange };
}
