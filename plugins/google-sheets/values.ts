import { path } from "../kit/path.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { sheets } from "./api.ts";
import type { Cell } from "./rows.ts";

/** What the service says of a change. */
export interface UpdateAnswer {
  readonly updatedRange: string;
  readonly updatedRows?: number;
  readonly updatedCells?: number;
}

/** The cells of a range, row by row; rows and cells at the end that are empty are left out by the service. */
export async function readValues(
  spreadsheetId: string,
  range: string,
  options: StepOptions,
  valueRenderOption = "UNFORMATTED_VALUE",
): Promise<readonly (readonly Cell[])[]> {
  const { values } = await sheets.send<{ values?: readonly (readonly Cell[])[] }>(
    {
      path: path`/v4/spreadsheets/${spreadsheetId}/values/${range}`,
      query: { valueRenderOption, dateTimeRenderOption: "FORMATTED_STRING" },
    },
    options,
  );
  return values ?? [];
}

/** Writes cells from the upper left corner of a range on; null leaves a cell as it is. */
export function writeValues(
  spreadsheetId: string,
  range: string,
  values: readonly (readonly Cell[])[],
  valueInputOption: string,
  options: StepOptions,
): Promise<UpdateAnswer> {
  return sheets.send(
    { method: "PUT", path: path`/v4/spreadsheets/${spreadsheetId}/values/${range}`, query: { valueInputOption }, json: { values } },
    options,
  );
}

/** Writes several ranges with one call. */
export async function writeRanges(
  spreadsheetId: string,
  data: readonly { readonly range: string; readonly values: readonly (readonly Cell[])[] }[],
  valueInputOption: string,
  options: StepOptions,
): Promise<{ totalUpdatedRows?: number; totalUpdatedCells?: number; responses?: readonly UpdateAnswer[] }> {
  return sheets.send({ path: path`/v4/spreadsheets/${spreadsheetId}/values:batchUpdate`, json: { valueInputOption, data } }, options);
}

/** Adds rows below the last table of a range. */
export async function appendValues(
  spreadsheetId: string,
  range: string,
  values: readonly (readonly Cell[])[],
  valueInputOption: string,
  options: StepOptions,
): Promise<UpdateAnswer> {
  const { updates } = await sheets.send<{ updates: UpdateAnswer }>(
    {
      path: path`/v4/spreadsheets/${spreadsheetId}/values/${range}:append`,
      query: { valueInputOption, insertDataOption: "INSERT_ROWS" },
      json: { values },
    },
    options,
  );
  return updates;
}
