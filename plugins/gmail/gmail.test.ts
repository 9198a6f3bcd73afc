import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FakeAnswer } from "../kit/contract/answer-call.ts";
import { describeService } from "../kit/contract/describe-service.ts";
import { withStepContext } from "../kit/step-context.ts";
import { buildMessage } from "./build-message.ts";
import { encodeAddresses, encodeHeader, splitAddresses } from "./encode-header.ts";
import { plugin } from "./index.ts";
import { readContent } from "./read-message.ts";
import { replyToMessage } from "./steps/reply-to-message.ts";
import { searchMessages } from "./steps/search-messages.ts";
import { sendMessage } from "./steps/send-message.ts";

const ID = "18c2f5a1b2c3d4e5";
const MESSAGES = "/gmail/v1/users/me/messages";
const CONTENT = ["to", "bcc", "subject", "text", "html", "from", "replyTo"];
const changed: FakeAnswer = { body: { id: ID, threadId: "18c2f5a1b2c3d4e0", labelIds: ["STARRED"] } };
const headers = [
  { name: "From", value: "Ada Lovelace <ada@example.com>" },
  { name: "To", value: 'shop@example.com, "Bob, Sales" <bob@example.com>' },
  { name: "Cc", value: "Carol <carol@example.com>, ADA@example.com" },
  { name: "Subject", value: "Order 1001" },
  { name: "Message-ID", value: "<CA+1@mail.example.com>" },
  { name: "References", value: "<CA+0@mail.example.com>" },
];
const message = {
  id: ID,
  threadId: "18c2f5a1b2c3d4e0",
  labelIds: ["INBOX"],
  snippet: "Where is it?",
  internalDate: "1795258800000",
  payload: { headers },
};
const profile: FakeAnswer = { body: { emailAddress: "shop@example.com" } };

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  vendor: "gmail",
  // The collection took a message's own content type for the one of the call.
  vendorErrors: [/a body of type "application\/json" is not taken, only message\//],
  environment: { GOOGLE_ACCESS_TOKEN: "ya29.contract" },
  failure: (code, text) => ({ error: { code, message: text, errors: [{ message: text, domain: "global", reason: "invalid" }] } }),
  actions: {
    sendMessage: {
      notSent: CONTENT,
      answers: [changed],
      calls: [{ method: "POST", url: `${MESSAGES}/send`, body: { raw: expect.stringMatching(/^[\w=-]+$/) } }],
      output: { id: ID, threadId: "18c2f5a1b2c3d4e0", labelIds: ["STARRED"] },
    },
    replyToMessage: {
      notSent: CONTENT,
      answers: [{ body: message }, { body: { ...message, emailAddress: "shop@example.com" } }, changed],
      calls: [
        {
          url: `${MESSAGES}/${ID}?format=metadata&${["From", "Reply-To", "To", "Cc", "Subject", "Message-ID", "References"].map((name) => `metadataHeaders=${name}`).join("&")}`,
        },
        { url: "/gmail/v1/users/me/profile" },
        { method: "POST", url: `${MESSAGES}/send`, body: { threadId: "18c2f5a1b2c3d4e0" } },
      ],
    },
    createDraft: {
      notSent: CONTENT,
      answers: [{ body: { ...message, message: { id: "m1", threadId: "t1" } } }],
      calls: [{ method: "GET" }, { method: "POST", url: "/gmail/v1/users/me/drafts", body: { message: { threadId: "18c2f5a1b2c3d4e0" } } }],
      output: { message: { id: "m1", threadId: "t1" } },
    },
    sendDraft: {
      answers: [changed],
      calls: [{ method: "POST", url: "/gmail/v1/users/me/drafts/send", body: { id: "r-4711" } }],
      output: { id: ID },
    },
    getThread: {
      answers: [{ body: { id: "18c2f5a1b2c3d4e0", messages: [message] } }],
      calls: [{ method: "GET", url: "/gmail/v1/users/me/threads/18c2f5a1b2c3d4e0?format=full" }],
      output: { messages: [{ id: ID, subject: "Order 1001", messageId: "<CA+1@mail.example.com>" }] },
    },
    searchMessages: {
      answers: [{ body: { messages: [{ id: ID }] } }, { body: message }],
      notSent: ["limit"],
      calls: [
        { url: `${MESSAGES}?q=from:ada@example.com is:unread newer_than:7d&labelIds=INBOX&includeSpamTrash=true&maxResults=2` },
        { url: `${MESSAGES}/${ID}?format=metadata&metadataHeaders=From&metadataHeaders=To&metadataHeaders=Subject` },
      ],
      output: {
        messages: [
          { id: ID, from: "Ada Lovelace <ada@example.com>", subject: "Order 1001", date: "2026-11-21T11:00:00.000Z", labelIds: ["INBOX"] },
        ],
      },
    },
    getMessage: {
      answers: [{ body: message }],
      calls: [{ method: "GET", url: `${MESSAGES}/${ID}?format=full` }],
      output: {
        id: ID,
        cc: "Carol <carol@example.com>, ADA@example.com",
        messageId: "<CA+1@mail.example.com>",
        replyTo: "",
        text: "",
        html: "",
        attachments: [],
      },
    },
    getAttachment: {
      takesLargeAnswers: true,
      answers: [{ body: { size: 3, data: "-_8A" } }],
      calls: [{ method: "GET", url: `${MESSAGES}/${ID}/attachments/ANGjdJ8wpqT` }],
      output: { content: "+/8A", size: 3 },
    },
    listLabels: { calls: [{ method: "GET", url: "/gmail/v1/users/me/labels" }] },
    createLabel: {
      calls: [
        {
          url: "/gmail/v1/users/me/labels",
          body: { name: "Orders/Paid", labelListVisibility: "labelShow", messageListVisibility: "show" },
        },
      ],
    },
    addLabels: {
      answers: [changed],
      calls: [{ method: "POST", url: `${MESSAGES}/${ID}/modify`, body: { addLabelIds: ["STARRED", "Label_12"] } }],
    },
    removeLabels: { answers: [changed], calls: [{ url: `${MESSAGES}/${ID}/modify`, body: { removeLabelIds: ["STARRED", "Label_12"] } }] },
    markAsRead: { answers: [changed], calls: [{ url: `${MESSAGES}/${ID}/modify`, body: { removeLabelIds: ["UNREAD"] } }] },
    markAsUnread: { answers: [changed], calls: [{ url: `${MESSAGES}/${ID}/modify`, body: { addLabelIds: ["UNREAD"] } }] },
    trashMessage: { answers: [changed], calls: [{ method: "POST", url: `${MESSAGES}/${ID}/trash` }] },
  },
});

/** Runs a step against answers in order and gives what it sent. */
async function record(
  answers: readonly unknown[],
  run: () => Promise<unknown>,
): Promise<{ sent: { url: string; type: string; body: string }[]; output: unknown }> {
  process.env["GOOGLE_ACCESS_TOKEN"] = "ya29.test";
  const sent: { url: string; type: string; body: string }[] = [];
  const fetch = async (url: URL, init: RequestInit): Promise<Response> => {
    const request = new Request(url, { ...init, method: init.method ?? "GET" });
    sent.push({ url: `${url.pathname}${url.search}`, type: request.headers.get("content-type") ?? "", body: await request.text() });
    return Response.json(answers[sent.length - 1] ?? {});
  };
  const output = await withStepContext({ idempotencyKey: "k", attempt: 1, signal: new AbortController().signal, fetch }, run);
  delete process.env["GOOGLE_ACCESS_TOKEN"];
  return { sent, output };
}

function sentMessage(body: string | undefined): string {
  const { raw } = JSON.parse(body ?? "{}") as { raw: string };
  return String(Buffer.from(raw, "base64url"));
}

describe("a message", () => {
  it("has a plain body alone, in base64 with 76 letters a line", () => {
    const built = buildMessage({ to: "ada@example.com", subject: "Hi", text: "ä\n".repeat(30) });
    const [head = "", body = ""] = built.split("\r\n\r\n");
    expect(head.split("\r\n")).toEqual([
      "To: ada@example.com",
      "Subject: Hi",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=UTF-8",
      "Content-Transfer-Encoding: base64",
    ]);
    expect(body.split("\r\n").map((line) => line.length)).toEqual([76, 76, 8]);
    expect(String(Buffer.from(body, "base64"))).toBe("ä\r\n".repeat(30));
  });

  it("puts text and HTML side by side, and attachments below them", () => {
    const built = buildMessage({
      to: ["Ada <ada@example.com>"],
      text: "t",
      html: "<b>h</b>",
      attachments: [{ filename: 'Rechnung "März".pdf', content: "JVBERg==", contentType: "application/pdf" }],
    });
    expect(built.match(/^(?:Content-|--part).*$/gm)?.map((line) => line.replace(/part-[0-9a-f-]{36}/, "part-1"))).toEqual([
      'Content-Type: multipart/mixed; boundary="part-1"',
      "--part-1",
      'Content-Type: multipart/alternative; boundary="part-1"',
      "--part-1",
      "Content-Type: text/plain; charset=UTF-8",
      "Content-Transfer-Encoding: base64",
      "--part-1",
      "Content-Type: text/html; charset=UTF-8",
      "Content-Transfer-Encoding: base64",
      "--part-1--",
      "--part-1",
      "Content-Type: application/pdf",
      "Content-Transfer-Encoding: base64",
      'Content-Disposition: attachment; filename="Rechnung _M_rz_.pdf";',
      "--part-1--",
    ]);
    expect(built).toContain("filename*=UTF-8''Rechnung%20%22M%C3%A4rz%22.pdf\r\n");
    expect(built).toContain("\r\nJVBERg==\r\n");
  });

  it("lets no text become a header of its own", () => {
    const built = buildMessage({
      to: "ada@example.com",
      subject: "Hi\r\nBcc: eve@example.com",
      html: "x",
      attachments: [{ filename: "a\r\nX: 1", content: "", contentType: "text/plain\r\nX-Evil: 1" }],
    });
    expect(built).toContain("\r\nSubject: Hi Bcc: eve@example.com\r\n");
    expect(built).not.toMatch(/^(?:Bcc|X|X-Evil):/m);
    expect(() => buildMessage({ to: "ada@example.com\r\nBcc: eve@example.com" })).toThrow("in To is not an e-mail address.");
  });

  it("refuses an attachment that is not base64", () => {
    expect(() => buildMessage({ attachments: [{ filename: "a.txt", content: "%" }] })).toThrow(
      "The content of the attachment a.txt must be base64.",
    );
  });
});

describe("headers", () => {
  it("write other letters as encoded words, each short enough and whole", () => {
    expect(encodeHeader("Grüße")).toBe("=?UTF-8?B?R3LDvMOfZQ==?=");
    const words = encodeHeader("🎉".repeat(30)).split("\r\n ");
    expect(words.map((word) => word.length <= 75)).toEqual([true, true, true]);
    const decoded = words.map((word) => String(Buffer.from(word.slice(10, -2), "base64"))).join("");
    expect(decoded).toBe("🎉".repeat(30));
  });

  it("take addresses with names, quoted where they must be", () => {
    expect(encodeAddresses("Ada <ada@example.com>, bob@example.com", "To")).toBe("Ada <ada@example.com>,\r\n bob@example.com");
    expect(encodeAddresses(['"Lovelace, Ada" <ada@example.com>'], "To")).toBe('"Lovelace, Ada" <ada@example.com>');
    expect(encodeAddresses("Jürgen <j@example.com>", "To")).toBe("=?UTF-8?B?SsO8cmdlbg==?= <j@example.com>");
    expect(() => encodeAddresses("nobody", "Cc")).toThrow('"nobody" in Cc is not an e-mail address.');
  });

  it("split addresses at the commas that separate them", () => {
    expect(splitAddresses('a@x.y, "B, C" <b@x.y>,D <d@x.y>')).toEqual(["a@x.y", '"B, C" <b@x.y>', "D <d@x.y>"]);
  });
});

describe("a reply", () => {
  it("goes to the sender in the same conversation", async () => {
    const { sent } = await record([message, changed.body], () => replyToMessage({ id: ID, text: "Soon." }));
    expect(JSON.parse(sent[1]?.body ?? "")).toMatchObject({ threadId: "18c2f5a1b2c3d4e0" });
    expect(sentMessage(sent[1]?.body).split("\r\n").slice(0, 4)).toEqual([
      "To: Ada Lovelace <ada@example.com>",
      "Subject: Re: Order 1001",
      "In-Reply-To: <CA+1@mail.example.com>",
      "References: <CA+0@mail.example.com> <CA+1@mail.example.com>",
    ]);
  });

  it("to everyone leaves out the account itself and who gets it already", async () => {
    const { sent } = await record([message, profile.body, changed.body], () => replyToMessage({ id: ID, replyAll: true, text: "Soon." }));
    expect(sentMessage(sent[2]?.body)).toContain('\r\nCc: "Bob, Sales" <bob@example.com>,\r\n Carol <carol@example.com>\r\n');
  });
});

describe("a large message", () => {
  it("is uploaded", async () => {
    const content = Buffer.alloc(4_000_000, 1).toString("base64");
    const { sent } = await record([changed.body], () =>
      sendMessage({ to: "ada@example.com", subject: "Big", attachments: [{ filename: "big.bin", content }] }),
    );
    expect(sent[0]?.url).toBe("/upload/gmail/v1/users/me/messages/send?uploadType=multipart");
    expect(sent[0]?.type).toMatch(/^multipart\/related; boundary=part-/);
    expect(sent[0]?.body).toContain("\r\nContent-Type: message/rfc822\r\n\r\nTo: ada@example.com\r\n");
  });
});

describe("reading", () => {
  it("decodes every part by its own character set and lists attachments", () => {
    const part = (mimeType: string, charset: string, bytes: Uint8Array): object => ({
      mimeType,
      filename: "",
      headers: [{ name: "Content-Type", value: `${mimeType}; charset="${charset}"` }],
      body: { size: bytes.length, data: Buffer.from(bytes).toString("base64url") },
    });
    const parts = [
      {
        mimeType: "multipart/alternative",
        parts: [part("text/plain", "ISO-8859-1", Buffer.from("Käse", "latin1")), part("text/html", "utf-8", Buffer.from("<p>Käse</p>"))],
      },
      { mimeType: "text/plain", filename: "note.txt", body: { attachmentId: "A1", size: 4 } },
    ];
    expect(readContent({ id: "1", threadId: "1", payload: { mimeType: "multipart/mixed", parts } })).toEqual({
      text: "Käse",
      html: "<p>Käse</p>",
      attachments: [{ attachmentId: "A1", filename: "note.txt", mimeType: "text/plain", size: 4 }],
    });
  });

  it("finds messages over several pages", async () => {
    const ids = Array.from({ length: 3 }, (_, index) => ({ id: `m${index}` }));
    const answers = [{ messages: ids.slice(0, 2), nextPageToken: "p2" }, { messages: ids.slice(2) }, message, message, message];
    const { sent, output } = await record(answers, () => searchMessages({ limit: 3 }));
    expect(sent.slice(0, 2).map(({ url }) => url)).toEqual([`${MESSAGES}?maxResults=3`, `${MESSAGES}?maxResults=1&pageToken=p2`]);
    expect(output).toMatchObject({ messages: [{ id: ID }, { id: ID }, { id: ID }] });
  });
});
