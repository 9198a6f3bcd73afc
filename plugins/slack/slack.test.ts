import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeService } from "../kit/contract/describe-service.ts";
import type { ReceivedCall } from "../kit/loopback-server.ts";
import { startLoopbackServer } from "../kit/loopback-server.ts";
import { stepError } from "../kit/step-error.ts";
import { plugin } from "./index.ts";
import { checkConnection } from "./steps/check-connection.ts";
import { downloadFile } from "./steps/download-file.ts";
import { inviteToChannel } from "./steps/invite-to-channel.ts";
import { listChannels } from "./steps/list-channels.ts";
import { sendMessage } from "./steps/send-message.ts";
import { uploadFile } from "./steps/upload-file.ts";

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  vendor: "slack",
  environment: { SLACK_BOT_TOKEN: "xoxb-contract" },
  failure: (_, error) => ({ ok: false, error }),
  refusals: [
    { body: { ok: false, error: "invalid_auth" }, status: 401, message: "invalid_auth (the token is wrong)" },
    { body: { ok: false, error: "missing_scope", needed: "chat:write" }, status: 403, message: "the app needs the scope chat:write" },
    { body: { ok: false, error: "not_in_channel" }, status: 403, message: "invite the app" },
    { body: { ok: false, error: "channel_not_found" }, status: 404, message: "channel_not_found" },
    { body: { ok: false, error: "name_taken" }, status: 409, message: "name_taken" },
    { body: { ok: false, error: "ratelimited" }, status: 429, message: "ratelimited" },
    { body: { ok: false, error: "internal_error" }, status: 503, message: "internal_error" },
    {
      body: { ok: false, error: "invalid_arguments", response_metadata: { messages: ["[ERROR] missing required field: text"] } },
      status: 400,
      message: "missing required field: text",
    },
  ],
  // The description is of 2021, when the token was a parameter.
  vendorErrors: [/the (header|query parameter) "token" is missing/],
  actions: {
    sendMessage: { calls: [{ method: "POST", url: "/chat.postMessage" }], output: { ts: "1503435956.000247" } },
    replyInThread: { calls: [{ method: "POST", url: "/chat.postMessage" }] },
    sendEphemeral: { calls: [{ method: "POST", url: "/chat.postEphemeral" }], output: { message_ts: expect.any(String) } },
    scheduleMessage: { calls: [{ method: "POST", url: "/chat.scheduleMessage" }], output: { scheduled_message_id: "Q1298393284" } },
    deleteScheduledMessage: { calls: [{ method: "POST", url: "/chat.deleteScheduledMessage" }], output: { deleted: true } },
    updateMessage: { calls: [{ method: "POST", url: "/chat.update" }] },
    deleteMessage: { calls: [{ method: "POST", url: "/chat.delete" }], output: { deleted: true } },
    getPermalink: { calls: [{ method: "GET", url: "/chat.getPermalink?channel=C024BE91L&message_ts=1503435956.000247" }] },
    listMessages: {
      answers: [{ body: { ok: true, messages: [{ type: "message", text: "Hi", ts: "1.1" }], response_metadata: { next_cursor: "" } } }],
      calls: [
        {
          method: "GET",
          url: "/conversations.history?channel=C024BE91L&oldest=1512085950.000216&latest=1712085950.000216&inclusive=true&limit=3",
        },
      ],
      output: { messages: [{ text: "Hi" }] },
    },
    listReplies: { answers: [{ body: { ok: true, messages: [] } }] },
    addReaction: { calls: [{ method: "POST", url: "/reactions.add" }], output: { ok: true } },
    removeReaction: { calls: [{ method: "POST", url: "/reactions.remove" }], output: { ok: true } },
    uploadFile: {
      vendor: "none",
      notSent: ["content"],
      calls: [
        { method: "GET", url: "/files.getUploadURLExternal?filename=report.txt&length=5&alt_text=A chart that rises" },
        { method: "POST", url: "/upload/v1/ABC123" },
        { method: "POST", url: "/files.completeUploadExternal" },
      ],
      output: { id: "F123ABC456", title: "Report", permalink: "https://ghostbusters.slack.com/files/U1/F123ABC456/report.txt" },
    },
    downloadFile: {
      vendor: "none",
      calls: [
        { method: "GET", url: "/files.info?file=F0S43PZDF" },
        { method: "GET", url: "/files-pri/T1-F0S43PZDF/tedair.gif" },
      ],
      output: { name: "tedair.gif", content: btoa("content") },
    },
    listChannels: {
      calls: [{ method: "GET", url: "/conversations.list?types=public_channel&exclude_archived=false&limit=3" }],
      output: { channels: [{ name: "general" }] },
      answers: [{ body: { ok: true, channels: [{ id: "C012AB3CD", name: "general" }] } }],
    },
    getChannel: { calls: [{ method: "GET", url: "/conversations.info?channel=C024BE91L&include_num_members=true" }] },
    inviteToChannel: { calls: [{ method: "POST", url: "/conversations.invite" }] },
    listChannelMembers: {
      answers: [{ body: { ok: true, members: ["U023BECGF", "U061F7AUR"] } }],
      output: { members: ["U023BECGF", "U061F7AUR"] },
    },
    openConversation: { calls: [{ method: "POST", url: "/conversations.open" }], output: { id: "D069C7QFK" } },
    listUsers: {
      answers: [{ body: { ok: true, members: [{ id: "U1", name: "ada", profile: {} }], response_metadata: { next_cursor: "" } } }],
      calls: [{ method: "GET", url: "/users.list?include_locale=true&limit=3" }],
    },
    findUserByEmail: { calls: [{ method: "GET", url: "/users.lookupByEmail?email=ada@example.com" }], output: { name: "spengler" } },
    // Windows are opened by a form; the description has a query.
    openModal: { vendor: "none", calls: [{ method: "POST", url: "/views.open" }], output: { id: "VMHU10V25" } },
    updateModal: { vendor: "none", calls: [{ method: "POST", url: "/views.update" }], output: { hash: "156772938.1827394" } },
  },
});

describe("slack's special ways", () => {
  async function withServer(
    answers: (call: ReceivedCall) => object,
    run: () => Promise<unknown>,
  ): Promise<{ calls: ReceivedCall[]; result: unknown }> {
    const server = await startLoopbackServer((call, response) => {
      response.setHeader("content-type", "application/json").end(JSON.stringify(answers(call)).replaceAll("SERVER", server.url));
    });
    Object.assign(process.env, { SLACK_BOT_TOKEN: "xoxb-1", SLACK_BASE_URL: server.url });
    try {
      return { result: await run().catch((error: unknown) => error), calls: server.calls };
    } finally {
      delete process.env["SLACK_BOT_TOKEN"];
      delete process.env["SLACK_BASE_URL"];
      await server.close();
    }
  }

  it("sends fields as a form, blocks as JSON in it", async () => {
    const blocks = [{ type: "divider" }];
    const { calls } = await withServer(
      () => ({ ok: true, channel: "C1", ts: "1.1" }),
      () => sendMessage({ channel: "C1", text: "a & b", blocks }),
    );
    expect(calls[0]?.headers).toMatchObject({ authorization: "Bearer xoxb-1", "content-type": "application/x-www-form-urlencoded" });
    expect(Object.fromEntries(new URLSearchParams(calls[0]?.body))).toEqual({
      channel: "C1",
      text: "a & b",
      blocks: JSON.stringify(blocks),
    });
  });

  it("joins the ids of people with commas", async () => {
    const { calls } = await withServer(
      () => ({ ok: true, channel: { id: "C1" } }),
      () => inviteToChannel({ channel: "C1", users: ["U1", "U2"] }),
    );
    expect(new URLSearchParams(calls[0]?.body).get("users")).toBe("U1,U2");
  });

  it("collects a list over several pages until there are enough", async () => {
    const page = (call: ReceivedCall): object => {
      const cursor = Number(new URL(call.url, "http://slack").searchParams.get("cursor") ?? "0");
      return { ok: true, channels: [{ id: `C${cursor}` }, { id: `C${cursor}b` }], response_metadata: { next_cursor: String(cursor + 1) } };
    };
    const { calls, result } = await withServer(page, () => listChannels({ limit: 5 }));
    expect((result as { channels: { id: string }[] }).channels.map(({ id }) => id)).toEqual(["C0", "C0b", "C1", "C1b", "C2"]);
    expect(calls.map((call) => new URL(call.url, "http://slack").searchParams.get("limit"))).toEqual(["5", "3", "1"]);
  });

  it("uploads the content to the address that Slack names, without the token, and shares it", async () => {
    const { calls } = await withServer(
      (call) =>
        call.url.startsWith("/files.getUploadURL")
          ? { ok: true, upload_url: "SERVER/upload/v1/x?y=1", file_id: "F1" }
          : { ok: true, files: [{ id: "F1" }] },
      () => uploadFile({ filename: "a.txt", content: btoa("hello"), channel_id: "C1", thread_ts: "1.1" }),
    );
    expect(calls.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "GET /files.getUploadURLExternal?filename=a.txt&length=5",
      "POST /upload/v1/x?y=1",
      "POST /files.completeUploadExternal",
    ]);
    expect(calls[1]).toMatchObject({ body: "hello", headers: { "content-type": "application/octet-stream" } });
    expect(calls[1]?.headers.authorization).toBeUndefined();
    expect(Object.fromEntries(new URLSearchParams(calls[2]?.body))).toEqual({
      files: '[{"id":"F1","title":"a.txt"}]',
      channel_id: "C1",
      thread_ts: "1.1",
    });
  });

  it("takes a page to sign in for the refusal that it is, and sends the token to no other host", async () => {
    const server = await startLoopbackServer(({ url }, response) => {
      if (url.startsWith("/files.info")) {
        const file = { id: "F1", mimetype: "image/png", url_private: "https://evil.example.com/files-pri/T1-F1/a.png" };
        response.setHeader("content-type", "application/json").end(JSON.stringify({ ok: true, file }));
      } else response.setHeader("content-type", "text/html; charset=utf-8").end("<html>Sign in</html>");
    });
    Object.assign(process.env, { SLACK_BOT_TOKEN: "xoxb-1", SLACK_BASE_URL: server.url });
    const error = await downloadFile({ file: "F1" }).catch((thrown: unknown) => thrown);
    for (const name of ["SLACK_BOT_TOKEN", "SLACK_BASE_URL"]) delete process.env[name];
    await server.close();
    expect(stepError(error)).toMatchObject({ name: "HttpError", status: 403 });
    expect(server.calls.map(({ url }) => url)).toEqual(["/files.info?file=F1", "/files-pri/T1-F1/a.png"]);
  });

  it("says what can be done about a refusal", async () => {
    const { result } = await withServer(
      () => ({ ok: false, error: "not_in_channel" }),
      () => sendMessage({ channel: "C1", text: "Hi" }),
    );
    expect(stepError(result)).toEqual({
      name: "HttpError",
      status: 403,
      message: "Slack: POST /chat.postMessage answered 403: not_in_channel (invite the app to the channel first, with /invite)",
    });
  });

  it("names the workspace when the connection is tried", async () => {
    const { result } = await withServer(
      () => ({ ok: true, team: "Weavers", user: "weft" }),
      () => checkConnection({}),
    );
    expect(result).toEqual({ account: "weft in Weavers" });
  });
});
