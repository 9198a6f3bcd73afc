import { expect, it } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { describeDeclaration } from "../kit/contract/describe-declaration.ts";
import { plugin } from "./index.ts";
import { readCsv } from "./steps/read-csv.ts";
import { readPdf } from "./steps/read-pdf.ts";
import { readSpreadsheet } from "./steps/read-spreadsheet.ts";

describeDeclaration(plugin);

it("reads CSV into objects by the first line, quotes, empty lines and all", async () => {
  const content = '\uFEFFsku,note\r\nloom-01,"a, ""b""\nc"\r\n\r\nshuttle-02\r\n';
  expect(await readCsv({ content })).toEqual({
    rows: [
      { sku: "loom-01", note: 'a, "b"\nc' },
      { sku: "shuttle-02", note: "" },
    ],
    columns: ["sku", "note"],
  });
});

it.each([
  ["a;b\n1;2,5", { a: "1", b: "2,5" }],
  ["a\tb\n1\t2", { a: "1", b: "2" }],
  ['"x,y"|b\n1|2', { "x,y": "1", b: "2" }],
  ["a,a,,__proto__\n1,2,3,4", { a: "1", a2: "2", column3: "3", column__proto__: "4" }],
])("finds the delimiter and a name for every column of %j", async (content, row) => {
  expect((await readCsv({ content })).rows).toEqual([row]);
});

it("gives lists without a first line of names, and reads base64", async () => {
  const content = Buffer.from("ä,1\nb,2").toString("base64");
  expect(await readCsv({ content, encoding: "base64", header: false })).toEqual({
    rows: [
      ["ä", "1"],
      ["b", "2"],
    ],
    columns: [],
  });
});

it("names the line where CSV breaks off", async () => {
  await expect(readCsv({ content: 'a\n"b' })).rejects.toThrow(/not CSV: .*line 2/i);
});

async function spreadsheet(): Promise<string> {
  const day = new Date("2030-01-02T00:00:00Z");
  const data = [
    [{ value: "sku" }, { value: "left" }, { value: "since" }],
    [{ value: "loom-01" }, { value: 3 }, { value: day, format: "yyyy-mm-dd" }],
    [{ value: "shuttle-02" }, null, null],
  ];
  return (
    await writeExcelFile([
      { data, sheet: "Stock" },
      { data: [[{ value: "x" }]], sheet: "Other" },
    ]).toBuffer()
  ).toString("base64");
}

it("reads a sheet, with dates as texts and empty cells as null", async () => {
  expect(await readSpreadsheet({ content: await spreadsheet() })).toEqual({
    rows: [
      { sku: "loom-01", left: 3, since: "2030-01-02T00:00:00.000Z" },
      { sku: "shuttle-02", left: null, since: null },
    ],
    columns: ["sku", "left", "since"],
    sheets: ["Stock", "Other"],
  });
});

it("reads a sheet by name and says which there are", async () => {
  const content = await spreadsheet();
  expect((await readSpreadsheet({ content, sheet: "Other", header: false })).rows).toEqual([["x"]]);
  await expect(readSpreadsheet({ content, sheet: "Nope" })).rejects.toThrow('There is no sheet "Nope"; the file has Stock, Other.');
});

it("refuses what is no Excel file, and what would unpack to too much", async () => {
  await expect(readSpreadsheet({ content: btoa("hello") })).rejects.toThrow("not an Excel file");
  await expect(readSpreadsheet({ content: "%" })).rejects.toThrow("content must be base64");
  const bytes = Buffer.from(await spreadsheet(), "base64");
  const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  bytes.writeUInt32LE(4_000_000_000, entry + 24);
  await expect(readSpreadsheet({ content: bytes.toString("base64") })).rejects.toThrow("more than 200 MB");
});

/** A PDF of one line of text on each page. */
function pdf(texts: readonly string[]): string {
  const streams = texts.map((text) => `BT /F1 12 Tf 20 100 Td (${text}) Tj ET`);
  const kids = texts.map((_, index) => `${4 + index * 2} 0 R`).join(" ");
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Kids[${kids}]/Count ${texts.length}>>`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ...streams.flatMap((stream, index) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + index * 2} 0 R>>`,
      `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    ]),
    "<</Title(A letter)/Author(Ada)>>",
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}`;
  text += `trailer<</Size ${objects.length + 1}/Root 1 0 R/Info ${objects.length} 0 R>>\nstartxref\n${start}\n%%EOF`;
  return btoa(text);
}

it("reads the text of a PDF page by page", async () => {
  expect(await readPdf({ content: pdf(["Dear Ada", "Yours"]) })).toEqual({
    text: "Dear Ada\n\nYours",
    pages: ["Dear Ada", "Yours"],
    pageCount: 2,
    title: "A letter",
    author: "Ada",
  });
});

it("reads as many pages as it may, and says that a file is no PDF", async () => {
  expect(await readPdf({ content: pdf(["one", "two", "three"]), pages: 1 })).toMatchObject({ text: "one", pageCount: 3 });
  await expect(readPdf({ content: btoa("hello") })).rejects.toThrow("not a PDF that can be read");
});
