import { documentId } from "../../google/document-id.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { presentSheet, readSpreadsheet } from "../sheet-list.ts";
import type { ListSheetsInput, ListSheetsOutput } from "../types.generated.ts";

/** Lists the sheets of a spreadsheet. */
export async function listSheets({ spreadsheetId }: ListSheetsInput, options: StepOptions = {}): Promise<ListSheetsOutput> {
  "use step";
  const { properties, spreadsheetUrl, sheets = [] } = await readSpreadsheet(documentId(spreadsheetId), options);
  return { title: properties.title, spreadsheetUrl, sheets: sheets.map((sheet) => presentSheet(sheet.properties)) };
}
