import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FakeAnswer } from "../kit/contract/answer-call.ts";
import { describeService } from "../kit/contract/describe-service.ts";
import { withStepContext } from "../kit/step-context.ts";
import { tiesOf } from "./associations.ts";
import { plugin } from "./index.ts";
import { encodeProperties } from "./records.ts";
import { createNote } from "./steps/create-note.ts";
import { createTicket } from "./steps/create-ticket.ts";
import { searchRecords } from "./steps/search-records.ts";

const OBJECTS = "/crm/objects/2026-09";
const record = {
  id: "501",
  properties: { email: "ada@example.com", amount: "1500.5" },
  createdAt: "2026-11-21T10:00:00.000Z",
  updatedAt: "2026-11-21T10:00:00.000Z",
  archived: false,
};
const answered: FakeAnswer[] = [{ body: record }];
const presented = { ...record, url: null };
const tie = (id: string, associationTypeId: number): object => ({
  to: { id },
  types: [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId }],
});

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  environment: { HUBSPOT_ACCESS_TOKEN: "pat-contract" },
  failure: (_, message) => ({ status: "error", message, category: "VALIDATION_ERROR" }),
  refusals: [
    {
      body: {
        status: "COMPLETE",
        results: [],
        numErrors: 1,
        errors: [{ status: "error", category: "VALIDATION_ERROR", message: "Email address is invalid" }],
      },
      status: 400,
      message: "Email address is invalid",
    },
  ],
  actions: {
    createContact: {
      answers: answered,
      calls: [
        {
          method: "POST",
          url: `${OBJECTS}/contacts`,
          body: {
            properties: {
              email: "ada@example.com",
              firstname: "Ada",
              jobtitle: "Programmer",
              hubspot_owner_id: "41629779",
              lifecyclestage: "lead",
              hs_language: "",
              interests: "maths;music",
            },
            associations: [tie("601", 279)],
          },
        },
      ],
      output: presented,
    },
    upsertContact: {
      answers: [{ body: { status: "COMPLETE", results: [{ ...record, new: true }] } }],
      calls: [
        {
          method: "POST",
          url: `${OBJECTS}/contacts/batch/upsert`,
          body: {
            inputs: [
              {
                idProperty: "email",
                id: "ada@example.com",
                properties: { email: "ada@example.com", firstname: "Ada", lifecyclestage: "lead" },
              },
            ],
          },
        },
      ],
      output: { ...presented, new: true },
    },
    createCompany: {
      answers: answered,
      calls: [
        {
          method: "POST",
          url: `${OBJECTS}/companies`,
          body: { properties: { name: "Analytical Engines", domain: "engines.example.com" }, associations: [] },
        },
      ],
      output: presented,
    },
    createDeal: {
      answers: answered,
      calls: [
        {
          method: "POST",
          url: `${OBJECTS}/deals`,
          body: {
            properties: {
              dealname: "Two engines",
              dealstage: "appointmentscheduled",
              pipeline: "default",
              amount: "1500.5",
              closedate: "2027-01-31T00:00:00Z",
              dealtype: "newbusiness",
            },
            associations: [tie("501", 3), tie("601", 341)],
          },
        },
      ],
      output: presented,
    },
    createTicket: {
      answers: answered,
      calls: [
        {
          method: "POST",
          url: `${OBJECTS}/tickets`,
          body: {
            properties: {
              subject: "The engine does not start",
              hs_pipeline: "0",
              hs_pipeline_stage: "1",
              hs_ticket_priority: "HIGH",
              source_type: "EMAIL",
            },
            associations: [tie("501", 16), tie("601", 339), tie("701", 28)],
          },
        },
      ],
      output: presented,
    },
    createNote: {
      answers: answered,
      calls: [
        {
          method: "POST",
          url: `${OBJECTS}/notes`,
          body: {
            properties: { hs_note_body: "<p>She called again.</p>", hs_timestamp: "2027-01-31T09:00:00Z", hubspot_owner_id: "41629779" },
            associations: [tie("501", 202), tie("601", 190), tie("701", 214), tie("801", 228)],
          },
        },
      ],
      output: { id: "501", createdAt: "2026-11-21T10:00:00.000Z" },
    },
    createTask: {
      answers: answered,
      calls: [
        {
          method: "POST",
          url: `${OBJECTS}/tasks`,
          body: {
            properties: {
              hs_task_subject: "Call Ada",
              hs_timestamp: "2027-01-31T09:00:00Z",
              hs_task_status: "NOT_STARTED",
              hs_task_type: "CALL",
              hs_task_priority: "HIGH",
            },
            associations: [tie("501", 204), tie("601", 192), tie("701", 216), tie("801", 230)],
          },
        },
      ],
      output: { id: "501" },
    },
    getRecord: {
      calls: [
        { method: "GET", url: `${OBJECTS}/contacts/ada@example.com?idProperty=email&properties=email,phone&associations=companies,deals` },
      ],
      answers: [{ body: { ...record, associations: { companies: { results: [{ id: "601" }, { id: "601" }, { id: "602" }] } } } }],
      output: { ...presented, associations: { companies: ["601", "602"] } },
    },
    searchRecords: {
      answers: [{ body: { total: 7, results: [record] } }],
      calls: [
        {
          method: "POST",
          url: `${OBJECTS}/deals/search`,
          body: {
            query: "engine",
            filterGroups: [
              {
                filters: [
                  { propertyName: "amount", operator: "GTE", value: "1000" },
                  { propertyName: "dealstage", operator: "IN", values: ["closedwon"] },
                ],
              },
            ],
            sorts: ["-createdate"],
            properties: ["dealname", "amount"],
            limit: 5,
            after: "0",
          },
        },
      ],
      output: { records: [presented], total: 7 },
    },
    updateRecord: {
      answers: answered,
      calls: [
        {
          method: "PATCH",
          url: `${OBJECTS}/deals/12345678901`,
          body: { properties: { dealstage: "closedwon", amount: "1500.5", description: "" } },
        },
      ],
      output: presented,
    },
    deleteRecord: {
      readsNoJson: true,
      calls: [{ method: "DELETE", url: `${OBJECTS}/deals/12345678901` }],
      output: { id: "12345678901", deleted: true },
    },
    associateRecords: {
      calls: [{ method: "PUT", url: "/crm/objects/2026-09/deals/12345678901/associations/default/contacts/501" }],
      output: { associated: true },
    },
    disassociateRecords: {
      readsNoJson: true,
      calls: [{ method: "DELETE", url: "/crm/objects/2026-09/deals/12345678901/associations/contacts/501" }],
      output: { associated: false },
    },
    listOwners: {
      calls: [{ url: "/crm/owners/2026-09?email=ada@example.com&limit=5" }],
      output: { owners: [{ id: "41629779", email: "ada@example.com", firstName: "Ada", lastName: "Lovelace", userId: 9_586_504 }] },
    },
    listPipelines: {
      calls: [{ url: "/crm/pipelines/2026-09/deals" }],
      output: {
        pipelines: [{ id: "default", label: "Sales Pipeline", stages: [{ id: "appointmentscheduled", label: "Appointment Scheduled" }] }],
      },
    },
    listProperties: {
      calls: [{ url: "/crm/properties/2026-09/deals" }],
      output: {
        properties: [
          { name: "dealstage", label: "Deal Stage", type: "enumeration", options: [{ label: "Closed Won", value: "closedwon" }] },
        ],
      },
    },
  },
});

/** Runs a step against answers in order and gives the bodies it sent. */
async function run(
  answers: readonly unknown[],
  step: () => Promise<unknown>,
): Promise<{ sent: Record<string, unknown>[]; output: unknown }> {
  process.env["HUBSPOT_ACCESS_TOKEN"] = "pat-test";
  const sent: Record<string, unknown>[] = [];
  const fetch = async (_: URL, init: RequestInit): Promise<Response> => {
    sent.push(JSON.parse(String(init.body)) as Record<string, unknown>);
    return Response.json(answers[sent.length - 1] ?? record);
  };
  const output = await withStepContext({ idempotencyKey: "k", attempt: 1, signal: new AbortController().signal, fetch }, step);
  delete process.env["HUBSPOT_ACCESS_TOKEN"];
  return { sent, output };
}

describe("properties", () => {
  it("are texts to HubSpot", () => {
    expect(
      encodeProperties({
        text: "a",
        number: 1.5,
        yes: true,
        none: null,
        left: undefined,
        many: ["a", "b"],
        day: new Date(0),
        object: { a: 1 },
      }),
    ).toEqual({ text: "a", number: "1.5", yes: "true", none: "", many: "a;b", day: "1970-01-01T00:00:00.000Z", object: '{"a":1}' });
  });
});

describe("ties", () => {
  it("are made of what is named, by HubSpot's own kinds", () => {
    expect(tiesOf("deal", { contactId: "1", companyId: undefined })).toEqual([tie("1", 3)]);
    expect(tiesOf("contact", { dealId: "1" })).toEqual([]);
  });
});

describe("searching", () => {
  it("follows the pages until there are enough", async () => {
    const results = Array.from({ length: 200 }, () => record);
    const answers = [
      { total: 1_000, results, paging: { next: { after: "200" } } },
      { total: 1_000, results, paging: { next: { after: "400" } } },
    ];
    const { sent, output } = await run(answers, () => searchRecords({ objectType: "contacts", limit: 250 }));
    expect(sent.map(({ limit, after }) => [limit, after])).toEqual([
      [200, "0"],
      [50, "200"],
    ]);
    expect(output).toMatchObject({ total: 1_000 });
    expect((output as { records: unknown[] }).records).toHaveLength(250);
  });
});

describe("what HubSpot cannot do without", () => {
  it("is a ticket's first stage and a note's time", async () => {
    const ticket = await run([], () => createTicket({ subject: "Help" }));
    expect(ticket.sent[0]?.["properties"]).toEqual({ subject: "Help", hs_pipeline: "0", hs_pipeline_stage: "1" });
    const note = await run([], () => createNote({ hs_note_body: "Hi" }));
    expect(note.sent[0]?.["properties"]).toMatchObject({ hs_timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string });
  });
});
