import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { documentId } from "../google/document-id.ts";
import type { FakeAnswer } from "../kit/contract/answer-call.ts";
import { describeService } from "../kit/contract/describe-service.ts";
import { withStepContext } from "../kit/step-context.ts";
import { a1, columnLetters } from "./a1.ts";
import { plugin } from "./index.ts";
import { readHeaders, readTable, toCells, toObject } from "./rows.ts";
import { appendRows } from "./steps/append-rows.ts";
import { upsertRows } from "./steps/upsert-rows.ts";

const ID = "1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms";
const SPREADSHEET = `/v4/spreadsheets/${ID}`;
const values = [
  ["Email", "Total", "Status"],
  ["ada@example.com", 12.5, "open"],
  [],
  ["bob@example.com", "", "Reopened"],
  ["cy@example.com", 3],
];
const sheet: FakeAnswer = { body: { range: "Orders!A1:Z1000", majorDimension: "ROWS", values } };
const change: FakeAnswer = { body: { updatedRange: "Orders!A7:C7", updatedRows: 1, updatedCells: 1 } };
const appended: FakeAnswer = { body: { updates: { updatedRange: "Orders!A6:B6", updatedRows: 1, updatedCells: 2 } } };
const added: FakeAnswer = { body: { replies: [{ addSheet: { properties: { sheetId: 99, title: "March", index: 0 } } }] } };
const sheetList: FakeAnswer = {
  body: {
    spreadsheetId: ID,
    spreadsheetUrl: "https://docs.google.com/x",
    properties: { title: "Shop" },
    sheets: [{ properties: { sheetId: 31, title: "Orders", index: 0 } }],
  },
};
const reading = (render: string): string => `valueRenderOption=${render}&dateTimeRenderOption=FORMATTED_STRING`;

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  vendor: "googleSheets",
  environment: { GOOGLE_ACCESS_TOKEN: "ya29.contract" },
  failure: (code, message) => ({ error: { code, message, status: "INVALID_ARGUMENT" } }),
  actions: {
    readRows: {
      notSent: ["limit"],
      answers: [sheet],
      calls: [{ method: "GET", url: `${SPREADSHEET}/values/'Orders'?${reading("FORMATTED_VALUE")}` }],
      output: {
        rows: [
          { Email: "ada@example.com", Total: 12.5, Status: "open" },
          { Email: "bob@example.com", Total: "", Status: "Reopened" },
          { Email: "cy@example.com", Total: 3, Status: "" },
        ],
        rowNumbers: [2, 4, 5],
        headers: ["Email", "Total", "Status"],
      },
    },
    findRow: {
      notSent: ["column", "value"],
      answers: [sheet],
      output: { found: true, row: { Email: "ada@example.com", Total: 12.5, Status: "open" }, rowNumber: 2 },
    },
    findRows: {
      notSent: ["column", "value", "match", "limit"],
      answers: [sheet],
      output: {
        rows: [
          { Email: "ada@example.com", Total: 12.5, Status: "open" },
          { Email: "bob@example.com", Total: "", Status: "Reopened" },
        ],
        rowNumbers: [2, 4],
      },
    },
    appendRows: {
      answers: [sheet, appended],
      calls: [
        { method: "GET", url: `${SPREADSHEET}/values/'Orders'!1:1?${reading("UNFORMATTED_VALUE")}` },
        {
          method: "POST",
          url: `${SPREADSHEET}/values/'Orders':append?valueInputOption=USER_ENTERED&insertDataOption=INSERT_ROWS`,
          body: { values: [["ada@example.com", 12.5, null]] },
        },
      ],
      output: { updatedRange: "Orders!A6:B6", updatedRows: 1, updatedCells: 2 },
    },
    updateRow: {
      answers: [sheet, change],
      calls: [
        { method: "GET" },
        {
          method: "PUT",
          url: `${SPREADSHEET}/values/'Orders'!A7?valueInputOption=USER_ENTERED`,
          body: { values: [[null, null, "shipped"]] },
        },
      ],
      output: { updatedRange: "Orders!A7:C7", updatedRows: 1, updatedCells: 1 },
    },
    upsertRows: {
      notSent: ["key"],
      answers: [sheet, { body: { totalUpdatedRows: 1 } }],
      calls: [
        { method: "GET", url: `${SPREADSHEET}/values/'Orders'?${reading("UNFORMATTED_VALUE")}` },
        {
          method: "POST",
          url: `${SPREADSHEET}/values:batchUpdate`,
          body: { valueInputOption: "USER_ENTERED", data: [{ range: "'Orders'!A2", values: [["ada@example.com", null, "paid"]] }] },
        },
      ],
      output: { updatedRows: [2], appendedRows: 0, missing: [] },
    },
    deleteRows: {
      notSent: ["sheet", "rowNumber", "count"],
      answers: [sheetList, { body: { replies: [{}] } }],
      calls: [
        { method: "GET" },
        {
          method: "POST",
          url: `${SPREADSHEET}:batchUpdate`,
          body: { requests: [{ deleteDimension: { range: { sheetId: 31, dimension: "ROWS", startIndex: 6, endIndex: 8 } } }] },
        },
      ],
      output: { deletedRows: 2 },
    },
    clearValues: { calls: [{ method: "POST", url: `${SPREADSHEET}/values/'Orders'!A2:F100:clear`, body: {} }] },
    readRanges: {
      answers: [{ body: { valueRanges: [{ range: "Orders!A1:B2", values: [["Email", 1]] }, { range: "'Price list'!C1:C20" }] } }],
      calls: [
        { method: "GET", url: `${SPREADSHEET}/values:batchGet?ranges=Orders!A1:B2&ranges='Price list'!C:C&${reading("FORMATTED_VALUE")}` },
      ],
      output: { valueRanges: [{ range: "Orders!A1:B2", values: [["Email", 1]] }, { values: [] }] },
    },
    updateRanges: {
      calls: [
        {
          method: "POST",
          url: `${SPREADSHEET}/values:batchUpdate`,
          body: { valueInputOption: "USER_ENTERED", data: [{ range: "Orders!A2:B2", values: [["ada@example.com", 12.5]] }] },
        },
      ],
    },
    createSpreadsheet: {
      calls: [
        {
          method: "POST",
          url: "/v4/spreadsheets",
          body: {
            properties: { title: "Orders 2027", locale: "en_GB", timeZone: "Europe/London" },
            sheets: [{ properties: { title: "Orders" } }, { properties: { title: "Customers" } }],
          },
        },
      ],
    },
    addSheet: {
      answers: [added, change],
      calls: [
        { url: `${SPREADSHEET}:batchUpdate`, body: { requests: [{ addSheet: { properties: { title: "March", index: 0 } } }] } },
        { method: "PUT", url: `${SPREADSHEET}/values/'March'!A1?valueInputOption=RAW`, body: { values: [["Email", "Total"]] } },
      ],
      output: { sheetId: 99, title: "March", index: 0 },
    },
    listSheets: {
      answers: [sheetList],
      calls: [{ method: "GET", url: `${SPREADSHEET}?fields=spreadsheetId,spreadsheetUrl,properties.title,sheets.properties` }],
      output: { title: "Shop", sheets: [{ sheetId: 31, title: "Orders", index: 0, hidden: false, rowCount: 0, columnCount: 0 }] },
    },
  },
});

describe("A1 notation", () => {
  it("quotes the name of a sheet, so that no name can be taken for a range", () => {
    expect([a1("Orders"), a1("A1", "B2:C3"), a1("Bob's")]).toEqual(["'Orders'", "'A1'!B2:C3", "'Bob''s'"]);
  });

  it("counts columns as spreadsheets do", () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
  });
});

describe("a spreadsheet's id", () => {
  it("is taken from the address of the document, or as it is", () => {
    expect(documentId(`https://docs.google.com/spreadsheets/d/${ID}/edit#gid=0`)).toBe(ID);
    expect(documentId(`https://drive.google.com/drive/folders/${ID}?usp=sharing`)).toBe(ID);
    expect(documentId(` ${ID} `)).toBe(ID);
    expect(() => documentId("https://example.com/x")).toThrow(
      '"https://example.com/x" is neither the id nor the address of a Google document.',
    );
  });
});

describe("rows", () => {
  it("number columns that share a name and pass over those without one", () => {
    const headers = readHeaders(["Tag", "", "Tag", 7]);
    expect(headers).toEqual(["Tag", "", "Tag (2)", "7"]);
    expect(toObject(headers, ["a", "b", "c"])).toEqual({ Tag: "a", "Tag (2)": "c", "7": "" });
  });

  it("keep a column called __proto__ as a column", () => {
    expect(Object.keys(toObject(["__proto__"], ["x"]))).toEqual(["__proto__"]);
  });

  it("begin below the header row", () => {
    expect(readTable([["Title"], [], ["A", "B"], [1, 2], [""], [3]], 3)).toEqual({
      headers: ["A", "B"],
      rows: [
        { rowNumber: 4, cells: [1, 2] },
        { rowNumber: 6, cells: [3] },
      ],
    });
  });

  it("become cells in the order of the columns, lists and objects as JSON", () => {
    expect(toCells(["A", "B", "C"], { C: [1], A: undefined })).toEqual([null, null, "[1]"]);
    expect(toCells(["A"], ["x", true, { y: 1 }])).toEqual(["x", true, '{"y":1}']);
    expect(() => toCells(["A", ""], { B: 1 })).toThrow('The sheet has no column "B"; its columns are A.');
  });
});

/** Runs a step against answers in order and gives what it sent. */
async function record(
  answers: readonly unknown[],
  run: () => Promise<unknown>,
): Promise<{ sent: { url: string; body: unknown }[]; output: unknown }> {
  process.env["GOOGLE_ACCESS_TOKEN"] = "ya29.test";
  const sent: { url: string; body: unknown }[] = [];
  const fetch = async (url: URL, init: RequestInit): Promise<Response> => {
    sent.push({ url: decodeURIComponent(url.pathname), body: init.body === undefined ? undefined : JSON.parse(String(init.body)) });
    return Response.json(answers[sent.length - 1] ?? {});
  };
  const output = await withStepContext({ idempotencyKey: "k", attempt: 1, signal: new AbortController().signal, fetch }, run);
  delete process.env["GOOGLE_ACCESS_TOKEN"];
  return { sent, output };
}

describe("appending", () => {
  it("writes a header row into an empty sheet first", async () => {
    const rows = [{ Name: "Ada" }, { Name: "Bob", Age: 7 }];
    const { sent } = await record([{}, change.body, appended.body], () => appendRows({ spreadsheetId: ID, sheet: "New", rows }));
    expect(sent.map(({ url, body }) => [url.split("/values/")[1], body])).toEqual([
      ["'New'!1:1", undefined],
      ["'New'!A1", { values: [["Name", "Age"]] }],
      [
        "'New':append",
        {
          values: [
            ["Ada", null],
            ["Bob", 7],
          ],
        },
      ],
    ]);
  });

  it("adds columns only when asked to", async () => {
    const input = { spreadsheetId: ID, sheet: "Orders", rows: [{ Email: "x", Note: "n" }] };
    const head = { values: [["Email", "Total"]] };
    await expect(record([head], () => appendRows(input))).rejects.toThrow('no column "Note"; its columns are Email, Total.');
    const { sent } = await record([head, change.body, appended.body], () => appendRows({ ...input, newColumns: true }));
    expect(sent[1]).toMatchObject({ url: expect.stringContaining("'Orders'!C1"), body: { values: [["Note"]] } });
    expect(sent[2]?.body).toEqual({ values: [["x", null, "n"]] });
  });

  it("takes lists as they are, without asking for the header row", async () => {
    const { sent } = await record([appended.body], () => appendRows({ spreadsheetId: ID, sheet: "Orders", rows: [["a", 1]] }));
    expect(sent.map(({ body }) => body)).toEqual([{ values: [["a", 1]] }]);
  });
});

describe("updating or appending", () => {
  const rows = [
    { Email: "new@example.com", Total: 1 },
    { Email: "cy@example.com", Total: 4 },
    { Email: "new@example.com", Status: "open" },
  ];

  it("appends what no row has the key of, once for each key", async () => {
    const { sent, output } = await record([{ values }, {}, appended.body], () =>
      upsertRows({ spreadsheetId: ID, sheet: "Orders", key: "Email", rows }),
    );
    expect(sent[1]?.body).toMatchObject({ data: [{ range: "'Orders'!A5", values: [["cy@example.com", 4, null]] }] });
    expect(sent[2]?.body).toEqual({ values: [["new@example.com", 1, "open"]] });
    expect(output).toEqual({ updatedRows: [5], appendedRows: 1, missing: [] });
  });

  it("names what is missing when nothing may be appended", async () => {
    const input = { spreadsheetId: ID, sheet: "Orders", key: "Email", rows, appendMissing: false };
    const { sent, output } = await record([{ values }, {}], () => upsertRows(input));
    expect(sent).toHaveLength(2);
    expect(output).toEqual({ updatedRows: [5], appendedRows: 0, missing: ["new@example.com"] });
  });

  it("refuses a row without a key", async () => {
    const run = (): Promise<unknown> => upsertRows({ spreadsheetId: ID, sheet: "Orders", key: "Email", rows: [{ Total: 1 }] });
    await expect(record([{ values }], run)).rejects.toThrow('A row has no value for the key column "Email".');
  });
});
