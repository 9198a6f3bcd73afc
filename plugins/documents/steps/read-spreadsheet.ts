import readExcelFile from "read-excel-file/node";
import { fatal } from "../../kit/failure.ts";
import type { Loose } from "../../kit/loose.ts";
import type { ReadSpreadsheetInput, ReadSpreadsheetOutput } from "../types.generated.ts";
import { decodeContent } from "./decode-content.ts";
import { toRows } from "./to-rows.ts";
import { unpackedSize } from "./unpacked-size.ts";

const LARGEST_UNPACKED = 200_000_000;

/** Reads a sheet. Throws a FatalError when the file is none, has no such sheet, or would unpack to more than 200 MB. */
export async function readSpreadsheet<T = Loose>(input: ReadSpreadsheetInput): Promise<ReadSpreadsheetOutput<T>> {
  "use step";
  const bytes = decodeContent(input.content);
  const unpacked = unpackedSize(bytes);
  if (unpacked === undefined) throw fatal("The content is not an Excel file (.xlsx).", { name: "InvalidFile" });
  if (unpacked > LARGEST_UNPACKED) throw fatal("The file unpacks to more than 200 MB.", { name: "FileTooLarge" });
  const sheets = await readSheets(bytes);
  const names = sheets.map(({ sheet }) => sheet);
  const found = input.sheet === undefined ? sheets[0] : sheets.find(({ sheet }) => sheet === input.sheet);
  if (!found) throw fatal(`There is no sheet "${input.sheet ?? ""}"; the file has ${names.join(", ")}.`, { name: "NotFound" });
  const lines = found.data.map((line) => line.map((cell) => (cell instanceof Date ? cell.toISOString() : cell)));
  return { ...toRows<T>(lines, input.header ?? true, null), sheets: names };
}

async function readSheets(bytes: Uint8Array<ArrayBuffer>): ReturnType<typeof readExcelFile> {
  try {
    return await readExcelFile(Buffer.from(bytes));
  } catch (error) {
    throw fatal(`The Excel file cannot be read: ${error instanceof Error ? error.message : String(error)}`, { name: "InvalidFile" });
  }
}
