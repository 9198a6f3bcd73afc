import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeService } from "../kit/contract/describe-service.ts";
import { startLoopbackServer } from "../kit/loopback-server.ts";
import { encodeRecipients } from "./encode-message.ts";
import { plugin } from "./index.ts";
import { checkConnection } from "./steps/check-connection.ts";
import { listEvents } from "./steps/list-events.ts";
import { listMessages } from "./steps/list-messages.ts";

const MESSAGE = "AAMkADhMGAAA=";
const EVENT = "AAMkADEventAA=";
const ada = { emailAddress: { name: "Ada", address: "ada@example.com" } };

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  vendor: "microsoft",
  environment: { MICROSOFT_ACCESS_TOKEN: "eyJ" },
  failure: (_, message) => ({ error: { code: "ErrorItemNotFound", message } }),
  vendorErrors: [
    // The description is made from the metadata, where every object names its type; the service infers it.
    /must have required property '@odata.type'/,
    /must match a schema in anyOf/,
    /must (be object|match exactly one schema)/,
    // A property of a property, which its list of names has not.
    /calendarView: the query parameter "\$orderby" must be array/,
  ],
  actions: {
    // The description writes bound actions with their namespace, as in /me/microsoft.graph.sendMail.
    sendMail: {
      vendor: "none",
      notSent: ["toRecipients"],
      calls: [
        {
          method: "POST",
          url: "/me/sendMail",
          body: {
            message: {
              toRecipients: [ada],
              subject: "Your order",
              body: { contentType: "html" },
              attachments: [{ name: "a.txt", contentBytes: "aGk=" }],
            },
            saveToSentItems: false,
          },
        },
      ],
      output: { ok: true },
    },
    createDraft: {
      notSent: ["toRecipients"],
      calls: [{ method: "POST", url: "/me/messages", body: { toRecipients: [ada], importance: "high" } }],
    },
    sendDraft: { vendor: "none", calls: [{ method: "POST", url: `/me/messages/${MESSAGE}/send` }] },
    replyToMessage: {
      vendor: "none",
      calls: [{ method: "POST", url: `/me/messages/${MESSAGE}/replyAll`, body: { comment: "Thank you, we look at it." } }],
    },
    forwardMessage: {
      notSent: ["toRecipients"],
      vendor: "none",
      calls: [{ method: "POST", url: `/me/messages/${MESSAGE}/forward`, body: { toRecipients: [ada], comment: "For you." } }],
    },
    listMessages: {
      calls: [
        {
          method: "GET",
          url:
            "/me/mailFolders/inbox/messages?$filter=receivedDateTime ge 2030-01-01T09:00:00.000Z and isRead eq false" +
            " and from/emailAddress/address eq 'ada@example.com'&$orderby=receivedDateTime desc&$top=3",
        },
      ],
      answers: [{ body: { value: [{ id: MESSAGE, subject: "Your order", from: ada }] } }],
      output: { messages: [{ id: MESSAGE, from: ada }] },
    },
    searchMessages: {
      calls: [{ method: "GET", url: '/me/mailFolders/inbox/messages?$search="invoice"&$top=3' }],
      answers: [{ body: { value: [{ id: MESSAGE }] } }],
    },
    getMessage: { calls: [{ method: "GET", url: `/me/messages/${MESSAGE}` }] },
    updateMessage: { calls: [{ method: "PATCH", url: `/me/messages/${MESSAGE}`, body: { isRead: true, categories: ["Orders"] } }] },
    moveMessage: { vendor: "none", calls: [{ method: "POST", url: `/me/messages/${MESSAGE}/move`, body: { destinationId: "archive" } }] },
    deleteMessage: { calls: [{ method: "DELETE", url: `/me/messages/${MESSAGE}` }], output: { id: MESSAGE, deleted: true } },
    listFolders: {
      answers: [{ body: { value: [{ id: "AAMkFolder=", displayName: "Inbox" }] } }],
      calls: [{ method: "GET", url: "/me/mailFolders?$top=3" }],
    },
    listAttachments: { answers: [{ body: { value: [{ id: "1", name: "a.txt" }] } }] },
    getAttachment: { calls: [{ method: "GET", url: `/me/messages/${MESSAGE}/attachments/AAMkAttachment=` }], takesLargeAnswers: true },
    createEvent: {
      calls: [
        {
          method: "POST",
          url: "/me/calendars/AAMkAGCalendar=/events",
          body: {
            start: { dateTime: "2030-01-01T09:00:00", timeZone: "Europe/Zurich" },
            attendees: [{ ...ada, type: "required" }],
            onlineMeetingProvider: "teamsForBusiness",
            location: { displayName: "Room 1" },
            transactionId: "contract-key",
          },
        },
      ],
    },
    listEvents: {
      calls: [
        {
          method: "GET",
          url: "/me/calendars/AAMkAGCalendar=/calendarView?startDateTime=2030-01-01T00:00:00.000Z&endDateTime=2030-01-31T00:00:00.000Z&$orderby=start/dateTime&$top=3",
        },
      ],
      answers: [{ body: { value: [{ id: EVENT, subject: "Review" }] } }],
    },
    getEvent: { calls: [{ method: "GET", url: `/me/events/${EVENT}` }] },
    updateEvent: {
      calls: [{ method: "PATCH", url: `/me/events/${EVENT}`, body: { subject: "Review 2", end: { timeZone: "Europe/Zurich" } } }],
    },
    deleteEvent: { calls: [{ method: "DELETE", url: `/me/events/${EVENT}` }], output: { id: EVENT, deleted: true } },
    listCalendars: {
      answers: [{ body: { value: [{ id: "1", name: "Calendar" }] } }],
      calls: [{ method: "GET", url: "/me/calendars?$top=3" }],
    },
  },
});

describe("outlook's special ways", () => {
  it("reads addresses with and without names", () => {
    expect(
      encodeRecipients(["ada@example.com", "Ada <ada@example.com>", '"Lovelace, Ada" <ada@example.com>', "<ada@example.com>"]),
    ).toEqual([
      { emailAddress: { address: "ada@example.com" } },
      { emailAddress: { address: "ada@example.com", name: "Ada" } },
      { emailAddress: { address: "ada@example.com", name: "Lovelace, Ada" } },
      { emailAddress: { address: "ada@example.com" } },
    ]);
  });

  it("keeps what people type inside the quotes of a filter, asks for lasting ids, and for times in a zone", async () => {
    const server = await startLoopbackServer((_, response) => {
      response
        .setHeader("content-type", "application/json")
        .end(JSON.stringify({ value: [], displayName: "Ada", userPrincipalName: "ada@contoso.com" }));
    });
    Object.assign(process.env, { MICROSOFT_ACCESS_TOKEN: "t", MICROSOFT_BASE_URL: server.url });
    try {
      await listMessages({ from: "o'neil@example.com", contentType: "text" });
      await listEvents({ startDateTime: "2030-01-01", endDateTime: "2030-02-01", timeZone: 'Europe/Zurich", x="' });
      expect(await checkConnection({})).toEqual({ account: "Ada (ada@contoso.com)" });
      const [messages, events] = server.calls;
      expect(new URL(messages?.url ?? "", server.url).searchParams.get("$filter")).toBe(
        "receivedDateTime ge 1900-01-01T00:00:00Z and from/emailAddress/address eq 'o''neil@example.com'",
      );
      expect(messages?.headers["prefer"]).toBe('IdType="ImmutableId", outlook.body-content-type="text"');
      expect(events?.headers["prefer"]).toBe('IdType="ImmutableId", outlook.timezone="Europe/Zurich, x="');
    } finally {
      for (const name of ["MICROSOFT_ACCESS_TOKEN", "MICROSOFT_BASE_URL"]) delete process.env[name];
      await server.close();
    }
  });
});
