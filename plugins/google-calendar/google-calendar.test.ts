import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FakeAnswer } from "../kit/contract/answer-call.ts";
import { describeService } from "../kit/contract/describe-service.ts";
import { withStepContext } from "../kit/step-context.ts";
import { eventIdOf } from "./event-id.ts";
import { readMoment } from "./events.ts";
import { plugin } from "./index.ts";
import { createEvent } from "./steps/create-event.ts";
import { listEvents } from "./steps/list-events.ts";

const ID = "7r3k0ec1rcq3m1j5e3vq1ndn4g";
const EVENTS = "/calendars/team@example.com/events";
const event = {
  id: ID,
  status: "confirmed",
  summary: "Planning",
  start: { dateTime: "2027-03-01T09:00:00+01:00" },
  end: { dateTime: "2027-03-01T10:00:00+01:00" },
};
const answered: FakeAnswer[] = [{ body: event }];
const presented = { id: ID, summary: "Planning", location: null, attendees: [], start: { dateTime: "2027-03-01T09:00:00+01:00" } };

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  vendor: "googleCalendar",
  environment: { GOOGLE_ACCESS_TOKEN: "ya29.contract" },
  failure: (code, message) => ({ error: { code, message, errors: [{ message, domain: "global", reason: "invalid" }] } }),
  actions: {
    createEvent: {
      answers: answered,
      calls: [
        {
          method: "POST",
          url: `${EVENTS}?sendUpdates=all&conferenceDataVersion=1`,
          body: {
            id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
            summary: "Planning",
            start: { dateTime: "2027-03-01T09:00:00+01:00", timeZone: "Europe/Berlin" },
            end: { dateTime: "2027-03-01T10:00:00+01:00", timeZone: "Europe/Berlin" },
            attendees: [{ email: "ada@example.com" }, { email: "bob@example.com" }],
            recurrence: ["RRULE:FREQ=WEEKLY;COUNT=4"],
            reminders: {
              useDefault: false,
              overrides: [
                { method: "popup", minutes: 10 },
                { method: "popup", minutes: 1_440 },
              ],
            },
            conferenceData: { createRequest: { conferenceSolutionKey: { type: "hangoutsMeet" } } },
          },
        },
      ],
      output: presented,
    },
    quickAddEvent: {
      answers: answered,
      calls: [{ method: "POST", url: `${EVENTS}/quickAdd?text=Lunch with Ada tomorrow at noon&sendUpdates=all` }],
      output: presented,
    },
    listEvents: {
      answers: [{ body: { items: [event] } }],
      calls: [
        {
          method: "GET",
          url: `${EVENTS}?timeMin=2027-03-01T00:00:00Z&timeMax=2027-03-08T00:00:00Z&q=planning&timeZone=Europe/Berlin&showDeleted=true&singleEvents=true&orderBy=startTime&maxResults=5`,
        },
      ],
      output: { events: [presented] },
    },
    getEvent: { answers: answered, calls: [{ method: "GET", url: `${EVENTS}/${ID}` }], output: presented },
    updateEvent: {
      answers: answered,
      calls: [
        {
          method: "PATCH",
          url: `${EVENTS}/${ID}?sendUpdates=all`,
          body: { summary: "Planning, again", start: { dateTime: "2027-03-02T09:00:00+01:00" }, attendees: [{ email: "ada@example.com" }] },
        },
      ],
      output: presented,
    },
    deleteEvent: {
      readsNoJson: true,
      calls: [{ method: "DELETE", url: `${EVENTS}/${ID}?sendUpdates=all` }],
      output: { id: ID, deleted: true },
    },
    listCalendars: {
      answers: [{ body: { items: [{ id: "c1", summary: "Team", summaryOverride: "My team", accessRole: "reader" }] } }],
      calls: [{ method: "GET", url: "/users/me/calendarList?maxResults=10" }],
      output: { calendars: [{ id: "c1", summary: "My team", description: null, timeZone: null, accessRole: "reader", primary: false }] },
    },
    queryFreeBusy: {
      answers: [
        {
          body: {
            calendars: {
              primary: { busy: [{ start: "a", end: "b" }] },
              "ada@example.com": { errors: [{ domain: "global", reason: "notFound" }] },
            },
          },
        },
      ],
      calls: [
        {
          method: "POST",
          url: "/freeBusy",
          body: {
            timeMin: "2027-03-01T00:00:00Z",
            timeMax: "2027-03-08T00:00:00Z",
            timeZone: "Europe/Berlin",
            items: [{ id: "primary" }, { id: "ada@example.com" }],
          },
        },
      ],
      output: {
        calendars: [
          { id: "primary", busy: [{ start: "a", end: "b" }], errors: [] },
          { id: "ada@example.com", busy: [], errors: ["notFound"] },
        ],
      },
    },
  },
});

/** Runs a step against answers in order and gives what it sent. */
async function record(answers: readonly Response[], run: () => Promise<unknown>): Promise<{ sent: string[]; output: unknown }> {
  process.env["GOOGLE_ACCESS_TOKEN"] = "ya29.test";
  const sent: string[] = [];
  const fetch = async (url: URL, init: RequestInit): Promise<Response> => {
    sent.push(`${init.method ?? "GET"} ${url.pathname}${url.search}`);
    return answers[sent.length - 1] ?? Response.json({});
  };
  const output = await withStepContext({ idempotencyKey: "step-1", attempt: 2, signal: new AbortController().signal, fetch }, run);
  delete process.env["GOOGLE_ACCESS_TOKEN"];
  return { sent, output };
}

describe("a time", () => {
  it("is a day or a moment, with a time zone where one is given", () => {
    expect(readMoment("2027-03-01", "Europe/Berlin")).toEqual({ date: "2027-03-01" });
    expect(readMoment("2027-03-01T09:00", "Europe/Berlin")).toEqual({ dateTime: "2027-03-01T09:00:00", timeZone: "Europe/Berlin" });
    expect(readMoment("2027-03-01T09:00:00.5Z", undefined)).toEqual({ dateTime: "2027-03-01T09:00:00.5Z", timeZone: undefined });
    expect(readMoment({ dateTime: "2027-03-01T09:00:00", timeZone: "UTC" }, "Europe/Berlin")).toEqual({
      dateTime: "2027-03-01T09:00:00",
      timeZone: "UTC",
    });
    expect(() => readMoment("tomorrow", undefined)).toThrow('"tomorrow" is neither a day such as 2027-03-01 nor a time');
  });
});

describe("creating an event again", () => {
  it("gives the event that the first attempt has made", async () => {
    const refusal = Response.json(
      { error: { code: 409, message: "The requested identifier already exists.", errors: [{ reason: "duplicate" }] } },
      { status: 409 },
    );
    const input = { summary: "Planning", start: "2027-03-01", end: "2027-03-02" };
    const { sent, output } = await record([refusal, Response.json(event)], () => createEvent(input));
    const id = await eventIdOf("step-1");
    expect(sent).toEqual(["POST /calendar/v3/calendars/primary/events", `GET /calendar/v3/calendars/primary/events/${id}`]);
    expect(output).toMatchObject({ id: ID });
  });
});

describe("listing events", () => {
  it("follows the pages until there are enough", async () => {
    const page = (count: number, nextPageToken?: string): Response =>
      Response.json({ items: Array.from({ length: count }, () => event), nextPageToken });
    const { sent, output } = await record([page(2, "p2"), page(2, "p3")], () => listEvents({ limit: 3 }));
    expect(sent.map((call) => new URL(`http://x${call.split(" ")[1] ?? ""}`).search)).toEqual([
      "?singleEvents=true&orderBy=startTime&maxResults=3",
      "?singleEvents=true&orderBy=startTime&maxResults=1&pageToken=p2",
    ]);
    expect((output as { events: unknown[] }).events).toHaveLength(3);
  });
});
