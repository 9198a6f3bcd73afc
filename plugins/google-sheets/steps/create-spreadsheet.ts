import type { StepOptions } from "../../kit/step-options.ts";
import { sheets } from "../api.ts";
import type { SpreadsheetAnswer } from "../sheet-list.ts";
import type { CreateSpreadsheetInput, CreateSpreadsheetOutput } from "../types.generated.ts";

/** Makes a spreadsheet in the root folder of Google Drive. */
export async function createSpreadsheet(input: CreateSpreadsheetInput, options: StepOptions = {}): Promise<CreateSpreadsheetOutput> {
  "use step";
  const { sheets: titles, ...properties } = input;
  const json = { properties, sheets: titles?.map((title) => ({ properties: { title } })) };
  const made = await sheets.send<SpreadsheetAnswer>({ path: "/v4/spreadsheets", json }, options);
  return {
    spreadsheetId: made.spreadsheetId,
    spreadsheetUrl: made.spreadsheetUrl,
    sheets: (made.sheets ?? []).map(({ properties: { sheetId, title } }) => ({ sheetId, title })),
  };
}
