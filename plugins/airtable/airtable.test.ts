import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RetryableError } from "workflow";
import { describeService } from "../kit/contract/describe-service.ts";
import { withStepContext } from "../kit/step-context.ts";
import { baseIdOf } from "./base-id.ts";
import { matchFormula } from "./formula.ts";
import { plugin } from "./index.ts";
import { createRecords } from "./steps/create-records.ts";
import { deleteRecords } from "./steps/delete-records.ts";
import { listRecords } from "./steps/list-records.ts";

const TABLE = "/v0/appLkNDICXNqxSDhG/Orders 2027";
const ada = { id: "recZOTa4BDWX7Htp8", createdTime: "2026-11-21T10:00:00.000Z", fields: { Customer: "Ada", Total: 12.5, Status: "Open" } };
const listing = "fields[]=Customer&fields[]=Total";

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  environment: { AIRTABLE_TOKEN: "pat.contract" },
  failure: (_, message) => ({ error: { type: "INVALID_REQUEST_UNKNOWN", message } }),
  actions: {
    listRecords: {
      notSent: ["limit"],
      calls: [
        {
          method: "GET",
          url: `${TABLE}?filterByFormula=AND({Status}='Open',{Total}>10)&view=Open orders&sort[0][field]=Total&sort[0][direction]=desc&pageSize=5&${listing}`,
        },
      ],
      output: { records: [ada, { fields: { Customer: "Bob" } }] },
    },
    findRecords: {
      notSent: ["match", "limit"],
      calls: [
        {
          method: "GET",
          url: `${TABLE}?view=Open orders&sort[0][field]=Total&sort[0][direction]=desc&filterByFormula=FIND(LOWER("Ada"),LOWER({Customer}&""))>0&pageSize=5&${listing}`,
        },
      ],
      output: { records: [ada, { fields: { Customer: "Bob" } }] },
    },
    getRecord: { calls: [{ method: "GET", url: `${TABLE}/recZOTa4BDWX7Htp8` }], output: ada },
    createRecord: { calls: [{ method: "POST", url: TABLE, body: { fields: ada.fields, typecast: true } }], output: ada },
    createRecords: {
      calls: [
        {
          method: "POST",
          url: TABLE,
          body: { records: [{ fields: { Customer: "Ada" } }, { fields: { Customer: "Bob", Total: 3 } }], typecast: true },
        },
      ],
      output: { records: [{ id: "recZOTa4BDWX7Htp8", fields: { Customer: "Ada" } }] },
    },
    updateRecord: {
      calls: [{ method: "PATCH", url: `${TABLE}/recZOTa4BDWX7Htp8`, body: { fields: ada.fields, typecast: true } }],
      output: ada,
    },
    updateRecords: {
      calls: [
        { method: "PATCH", url: TABLE, body: { records: [{ id: "recZOTa4BDWX7Htp8", fields: { Status: "Done" } }], typecast: true } },
      ],
    },
    upsertRecords: {
      calls: [
        {
          method: "PATCH",
          url: TABLE,
          body: {
            performUpsert: { fieldsToMergeOn: ["Email"] },
            typecast: true,
            records: [{ fields: { Email: "ada@example.com", Status: "Done" } }],
          },
        },
      ],
      output: { createdRecords: ["recFuJ2dZQ8kW1x0y"], updatedRecords: ["recZOTa4BDWX7Htp8"] },
    },
    deleteRecords: {
      calls: [{ method: "DELETE", url: `${TABLE}?records[]=recZOTa4BDWX7Htp8&records[]=recFuJ2dZQ8kW1x0y` }],
      output: { records: [{ id: "recZOTa4BDWX7Htp8", deleted: true }, { deleted: true }] },
    },
    uploadAttachment: {
      calls: [{ method: "POST", body: { contentType: "text/plain", file: "aGVsbG8=", filename: "invoice.txt" } }],
      output: { id: "recZOTa4BDWX7Htp8", attachments: [{ id: "att00000000000000", filename: "invoice.txt", size: 5 }] },
    },
    listBases: {
      notSent: ["limit"],
      calls: [{ url: "/v0/meta/bases" }],
      output: { bases: [{ id: "appLkNDICXNqxSDhG", name: "Shop", permissionLevel: "create" }] },
    },
    listTables: {
      calls: [{ url: "/v0/meta/bases/appLkNDICXNqxSDhG/tables" }],
      output: {
        tables: [
          {
            name: "Orders 2027",
            fields: [
              { name: "Customer", choices: [] },
              { name: "Status", choices: ["Open"] },
            ],
            views: [{ name: "Open orders" }],
          },
        ],
      },
    },
  },
});

/** Runs a step against answers in order and gives what it sent. */
async function record(
  answers: readonly Response[],
  run: () => Promise<unknown>,
): Promise<{ sent: { url: string; body: string }[]; output: unknown }> {
  process.env["AIRTABLE_TOKEN"] = "pat.test";
  const sent: { url: string; body: string }[] = [];
  const fetch = async (url: URL, init: RequestInit): Promise<Response> => {
    sent.push({ url: decodeURIComponent(`${url.pathname}${url.search}`), body: String(init.body ?? "") });
    return answers[sent.length - 1] ?? Response.json({ records: [ada] });
  };
  const output = await withStepContext({ idempotencyKey: "k", attempt: 1, signal: new AbortController().signal, fetch }, run);
  delete process.env["AIRTABLE_TOKEN"];
  return { sent, output };
}

const place = { baseId: "https://airtable.com/appLkNDICXNqxSDhG/tblX/viwY?blocks=hide", table: "T" };

describe("many records", () => {
  it("are written ten at a time", async () => {
    const records = Array.from({ length: 23 }, (_, index) => ({ Number: index }));
    const { sent, output } = await record([], () => createRecords({ ...place, records }));
    expect(sent.map(({ body }) => (JSON.parse(body) as { records: unknown[] }).records.length)).toEqual([10, 10, 3]);
    expect((output as { records: unknown[] }).records).toHaveLength(3);
  });

  it("are removed ten at a time", async () => {
    const recordIds = Array.from({ length: 12 }, (_, index) => `rec${index}`);
    const { sent } = await record([], () => deleteRecords({ ...place, recordIds }));
    expect(sent[1]?.url).toBe("/v0/appLkNDICXNqxSDhG/T?records[]=rec10&records[]=rec11");
  });

  it("are read page by page until there are enough", async () => {
    const page = (count: number, offset: string): Response => Response.json({ records: Array.from({ length: count }, () => ada), offset });
    const { sent, output } = await record([page(100, "itr/1"), page(100, "itr/2")], () => listRecords({ ...place, limit: 150 }));
    expect(sent.map(({ url }) => url)).toEqual([
      "/v0/appLkNDICXNqxSDhG/T?pageSize=100",
      "/v0/appLkNDICXNqxSDhG/T?pageSize=50&offset=itr/1",
    ]);
    expect((output as { records: unknown[] }).records).toHaveLength(150);
  });
});

describe("a formula", () => {
  it("quotes the field and the value", () => {
    expect(matchFormula("Na}me", "equals", 'a "b" \\ c\nd')).toBe('{Na\\}me}="a \\"b\\" \\\\ c\\nd"');
    expect(matchFormula("Total", "equals", 5)).toBe("{Total}=5");
    expect(matchFormula("Paid", "equals", true)).toBe("{Paid}=TRUE()");
    expect(matchFormula("Name", "startsWith", "A")).toBe('FIND(LOWER("A"),LOWER({Name}&""))=1');
    expect(matchFormula("Name", "isEmpty", "")).toBe("{Name}=BLANK()");
    expect(matchFormula("Name", "isNotEmpty", "")).toBe("{Name}!=BLANK()");
  });
});

describe("a base", () => {
  it("is named by its id or any address in it", () => {
    expect(baseIdOf(place.baseId)).toBe("appLkNDICXNqxSDhG");
    expect(() => baseIdOf("Shop")).toThrow('"Shop" is neither the id nor the address of an Airtable base.');
  });
});

describe("too many calls", () => {
  it("are followed by the half minute that Airtable wants", async () => {
    const refusal = Response.json({ errors: [{ error: "RATE_LIMIT_REACHED", message: "Rate limit exceeded." }] }, { status: 429 });
    const error = await record([refusal], () => listRecords(place)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RetryableError);
    expect((error as RetryableError).message).toContain("answered 429: Rate limit exceeded.");
    const wait = (error as RetryableError).retryAfter.getTime() - Date.now();
    expect(Math.round(wait / 1_000)).toBe(30);
  });
});
