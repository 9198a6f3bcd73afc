import { googleCredential } from "../google/credential.ts";
import { definePlugin } from "../kit/define-plugin.ts";
import { addSheet } from "./actions/add-sheet.ts";
import { appendRows } from "./actions/append-rows.ts";
import { clearValues } from "./actions/clear-values.ts";
import { createSpreadsheet } from "./actions/create-spreadsheet.ts";
import { deleteRows } from "./actions/delete-rows.ts";
import { findRow } from "./actions/find-row.ts";
import { findRows } from "./actions/find-rows.ts";
import { listSheets } from "./actions/list-sheets.ts";
import { readRanges } from "./actions/read-ranges.ts";
import { readRows } from "./actions/read-rows.ts";
import { updateRanges } from "./actions/update-ranges.ts";
import { updateRow } from "./actions/update-row.ts";
import { upsertRows } from "./actions/upsert-rows.ts";

export const plugin = definePlugin({
  name: "googleSheets",
  label: "Google Sheets",
  description: "Spreadsheets: read, find, append, update and delete rows.",
  docs: "https://developers.google.com/workspace/sheets/api/reference/rest",
  credential: googleCredential,
  actions: [
    readRows,
    findRow,
    findRows,
    appendRows,
    updateRow,
    upsertRows,
    deleteRows,
    clearValues,
    readRanges,
    updateRanges,
    createSpreadsheet,
    addSheet,
    listSheets,
  ],
});
