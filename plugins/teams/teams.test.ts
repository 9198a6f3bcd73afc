import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeService } from "../kit/contract/describe-service.ts";
import { startLoopbackServer } from "../kit/loopback-server.ts";
import { bindMember } from "./bind-member.ts";
import { encodeMessage } from "./encode-message.ts";
import { plugin } from "./index.ts";
import { checkConnection } from "./steps/check-connection.ts";

const TEAM = "fbe2bf47-16c8-47cf-b4a5-4b9b187c508b";
const CHANNEL = "19:4a95f7d8db4c4e7fae857bcebe0623e6@thread.tacv2";
const CHAT = "19:2da4c29f6d7041eca70b638b43d45437@thread.v2";
const MESSAGE = "1616990032035";
const messages = [{ body: { value: [{ id: MESSAGE, body: { contentType: "html", content: "<p>Hi</p>" } }] } }];
const refer = (user: string): object => ({ "user@odata.bind": `https://graph.microsoft.com/v1.0/users('${user}')`, roles: ["owner"] });

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  vendor: "microsoft",
  environment: { MICROSOFT_ACCESS_TOKEN: "eyJ" },
  failure: (_, message) => ({ error: { code: "NotFound", message } }),
  vendorErrors: [
    // The description is made from the metadata, where every object names its type; the service infers it.
    /must have required property '@odata.type'/,
    /must match a schema in anyOf/,
    /must (be object|match exactly one schema)/,
  ],
  actions: {
    sendChannelMessage: {
      calls: [
        {
          method: "POST",
          url: `/teams/${TEAM}/channels/${CHANNEL}/messages`,
          body: {
            subject: "Order 1001",
            body: { contentType: "html", content: '<p>Order 1001 has been paid.</p><attachment id="card"></attachment>' },
            attachments: [{ id: "card", contentType: "application/vnd.microsoft.card.adaptive" }],
          },
        },
      ],
    },
    replyToChannelMessage: { calls: [{ method: "POST", url: `/teams/${TEAM}/channels/${CHANNEL}/messages/${MESSAGE}/replies` }] },
    listChannelMessages: { answers: messages, calls: [{ method: "GET", url: `/teams/${TEAM}/channels/${CHANNEL}/messages?$top=3` }] },
    listReplies: {
      answers: messages,
      calls: [{ method: "GET", url: `/teams/${TEAM}/channels/${CHANNEL}/messages/${MESSAGE}/replies?$top=3` }],
    },
    sendChatMessage: { calls: [{ method: "POST", url: `/chats/${CHAT}/messages`, body: { importance: "high" } }] },
    listChatMessages: {
      answers: messages,
      calls: [{ method: "GET", url: `/chats/${CHAT}/messages?$top=3` }],
      output: { messages: [{ id: MESSAGE }] },
    },
    createChat: {
      answers: [{ body: { id: "8b081ef6" } }, { body: { id: CHAT, chatType: "group", topic: "Order 1001" } }],
      calls: [
        { method: "GET", url: "/me?$select=id" },
        {
          method: "POST",
          url: "/chats",
          body: {
            chatType: "group",
            topic: "Order 1001",
            members: [refer("8b081ef6"), refer("ada@contoso.com"), refer("grace@contoso.com")],
          },
        },
      ],
    },
    listChats: { answers: [{ body: { value: [{ id: CHAT, topic: null }] } }], calls: [{ method: "GET", url: "/me/chats?$top=3" }] },
    // Graph gives both lists whole.
    listTeams: {
      notSent: ["limit"],
      answers: [{ body: { value: [{ id: TEAM, displayName: "Sales" }] } }],
      calls: [{ method: "GET", url: "/me/joinedTeams" }],
    },
    listChannels: {
      notSent: ["limit"],
      answers: [{ body: { value: [{ id: CHANNEL, displayName: "General" }] } }],
      calls: [{ method: "GET", url: `/teams/${TEAM}/channels` }],
    },
    createChannel: {
      calls: [{ method: "POST", url: `/teams/${TEAM}/channels`, body: { membershipType: "private", members: [refer("ada@contoso.com")] } }],
    },
  },
});

describe("teams' special ways", () => {
  it("keeps a plain text plain beside a card", () => {
    const card = { type: "AdaptiveCard" };
    expect(encodeMessage({ content: "1 < 2 & 3", contentType: "text", card })).toEqual({
      body: { contentType: "html", content: '1 &lt; 2 &amp; 3<attachment id="card"></attachment>' },
      attachments: [{ id: "card", contentType: "application/vnd.microsoft.card.adaptive", content: '{"type":"AdaptiveCard"}' }],
    });
    expect(encodeMessage({ content: "1 < 2", contentType: "text" })).toEqual({ body: { contentType: "text", content: "1 < 2" } });
  });

  it("keeps a name inside its quotes", () => {
    expect(bindMember("o'neil@contoso.com")).toMatchObject({
      "user@odata.bind": "https://graph.microsoft.com/v1.0/users('o''neil@contoso.com')",
    });
  });

  it("names the person when the connection is tried", async () => {
    const server = await startLoopbackServer((_, response) => {
      response
        .setHeader("content-type", "application/json")
        .end(JSON.stringify({ displayName: null, userPrincipalName: "ada@contoso.com" }));
    });
    Object.assign(process.env, { MICROSOFT_ACCESS_TOKEN: "t", MICROSOFT_BASE_URL: server.url });
    try {
      expect(await checkConnection({})).toEqual({ account: "ada@contoso.com" });
    } finally {
      for (const name of ["MICROSOFT_ACCESS_TOKEN", "MICROSOFT_BASE_URL"]) delete process.env[name];
      await server.close();
    }
  });
});
