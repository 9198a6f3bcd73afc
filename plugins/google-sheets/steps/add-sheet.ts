import { documentId } from "../../google/document-id.ts";
import { fatal } from "../../kit/failure.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { a1 } from "../a1.ts";
import { sheets } from "../api.ts";
import type { SheetProperties } from "../sheet-list.ts";
import type { AddSheetInput, AddSheetOutput } from "../types.generated.ts";
import { writeValues } from "../values.ts";

/** Adds a sheet to a spreadsheet, with a header row if there is one. */
export async function addSheet(input: AddSheetInput, options: StepOptions = {}): Promise<AddSheetOutput> {
  "use step";
  const { title, headers, index } = input;
  const spreadsheetId = documentId(input.spreadsheetId);
  const { replies } = await sheets.send<{ replies: readonly { addSheet?: { properties: SheetProperties } }[] }>(
    { path: path`/v4/spreadsheets/${spreadsheetId}:batchUpdate`, json: { requests: [{ addSheet: { properties: { title, index } } }] } },
    options,
  );
  const made = replies[0]?.addSheet?.properties;
  if (!made) throw fatal("Google Sheets did not say which sheet it added.", { name: "HttpError" });
  if (headers) await writeValues(spreadsheetId, a1(made.title, "A1"), [headers], "RAW", options);
  return { sheetId: made.sheetId, title: made.title, index: made.index };
}
