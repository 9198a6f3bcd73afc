import { definePlugin } from "../kit/define-plugin.ts";
import { readCsv } from "./actions/read-csv.ts";
import { readPdf } from "./actions/read-pdf.ts";
import { readSpreadsheet } from "./actions/read-spreadsheet.ts";

export const plugin = definePlugin({
  name: "documents",
  label: "Documents",
  description: "CSV, Excel and PDF files as data.",
  actions: [readCsv, readSpreadsheet, readPdf],
});
