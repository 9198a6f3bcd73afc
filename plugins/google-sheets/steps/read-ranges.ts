import { documentId } from "../../google/document-id.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { sheets } from "../api.ts";
import type { Cell } from "../rows.ts";
import type { ReadRangesInput, ReadRangesOutput } from "../types.generated.ts";

/** Reads the cells of several ranges with one call. */
export async function readRanges(input: ReadRangesInput, options: StepOptions = {}): Promise<ReadRangesOutput> {
  "use step";
  const { spreadsheetId, ranges, valueRenderOption = "UNFORMATTED_VALUE" } = input;
  const { valueRanges = [] } = await sheets.send<{ valueRanges?: readonly { range: string; values?: Cell[][] }[] }>(
    {
      path: path`/v4/spreadsheets/${documentId(spreadsheetId)}/values:batchGet`,
      query: { ranges, valueRenderOption, dateTimeRenderOption: "FORMATTED_STRING" },
    },
    options,
  );
  return { valueRanges: valueRanges.map(({ range, values = [] }) => ({ range, values })) };
}
