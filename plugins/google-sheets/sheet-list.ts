import { fatal } from "../kit/failure.ts";
import { path } from "../kit/path.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { sheets } from "./api.ts";

/** A spreadsheet as the service describes it, without its cells. */
export interface SpreadsheetAnswer {
  readonly spreadsheetId: string;
  readonly spreadsheetUrl: string;
  readonly properties: { readonly title: string };
  readonly sheets?: readonly { readonly properties: SheetProperties }[];
}

export interface SheetProperties {
  readonly sheetId: number;
  readonly title: string;
  readonly index: number;
  readonly hidden?: boolean;
  readonly gridProperties?: { readonly rowCount?: number; readonly columnCount?: number };
}

/** What people use of a sheet's properties. */
export function presentSheet(properties: SheetProperties): {
  sheetId: number;
  title: string;
  index: number;
  hidden: boolean;
  rowCount: number;
  columnCount: number;
} {
  const { sheetId, title, index, hidden = false, gridProperties = {} } = properties;
  return { sheetId, title, index, hidden, rowCount: gridProperties.rowCount ?? 0, columnCount: gridProperties.columnCount ?? 0 };
}

/** The spreadsheet and its sheets. */
export function readSpreadsheet(spreadsheetId: string, options: StepOptions): Promise<SpreadsheetAnswer> {
  const fields = "spreadsheetId,spreadsheetUrl,properties.title,sheets.properties";
  return sheets.send({ path: path`/v4/spreadsheets/${spreadsheetId}`, query: { fields } }, options);
}

/** The number that the service knows a sheet by. Throws a FatalError that names the sheets there are. */
export async function findSheetId(spreadsheetId: string, title: string, options: StepOptions): Promise<number> {
  const spreadsheet = await readSpreadsheet(spreadsheetId, options);
  const all = (spreadsheet.sheets ?? []).map(({ properties }) => properties);
  const found = all.find((sheet) => sheet.title === title);
  if (found) return found.sheetId;
  throw fatal(`The spreadsheet has no sheet "${title}"; its sheets are ${all.map((sheet) => sheet.title).join(", ")}.`, {
    name: "InvalidInput",
  });
}
