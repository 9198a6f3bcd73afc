import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { RetryableError } from "workflow";
import { describeService } from "../kit/contract/describe-service.ts";
import { startLoopbackServer } from "../kit/loopback-server.ts";
import { stepError } from "../kit/step-error.ts";
import { plugin } from "./index.ts";
import { checkConnection } from "./steps/check-connection.ts";
import { getUpdates } from "./steps/get-updates.ts";
import { sendDocument } from "./steps/send-document.ts";
import { sendMediaGroup } from "./steps/send-media-group.ts";
import { sendMessage } from "./steps/send-message.ts";

const TOKEN = "123456:AAcontract";
const at = (method: string): string => `/bot${TOKEN}/${method}`;
const buttons = { inline_keyboard: [[{ text: "Approve", callback_data: "approve:42" }]] };

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  vendor: "telegram",
  environment: { TELEGRAM_BOT_TOKEN: TOKEN },
  failure: (status, description) => ({ ok: false, error_code: status, description }),
  refusals: [
    { body: { ok: false, error_code: 400, description: "Bad Request: chat not found" }, status: 400, message: "chat not found" },
    {
      body: { ok: false, error_code: 429, description: "Too Many Requests: retry after 5", parameters: { retry_after: 5 } },
      status: 429,
      message: "retry after 5",
    },
  ],
  // The collected description is of Bot API 5.0 (2020).
  vendorErrors: [
    /the field "(message_thread_id|reply_parameters|protect_content|link_preview_options|has_spoiler|show_caption_above_media|revoke_messages|correct_option_ids|secret_token|drop_pending_updates)" is unknown/,
    /sendPoll: \/options\/\d must be string/,
    // Files may be named by address or id in JSON since 2015; the description lists the form alone.
    /a body of type "application\/json" is not taken, only multipart\/form-data/,
    /sendMediaGroup: the field "file0" is unknown/,
  ],
  actions: {
    sendMessage: {
      calls: [{ method: "POST", url: at("sendMessage"), body: { chat_id: 123456789, parse_mode: "HTML", reply_markup: buttons } }],
      output: { message_id: expect.any(Number), chat: { id: expect.any(Number) } },
    },
    sendPhoto: { calls: [{ method: "POST", url: at("sendPhoto") }] },
    sendDocument: { calls: [{ method: "POST", url: at("sendDocument") }] },
    sendMediaGroup: { calls: [{ method: "POST", url: at("sendMediaGroup") }], output: { messages: expect.any(Array) } },
    sendPoll: {
      calls: [
        { method: "POST", url: at("sendPoll"), body: { options: [{ text: "Monday" }, { text: "Tuesday" }], correct_option_ids: [1] } },
      ],
    },
    stopPoll: { calls: [{ method: "POST", url: at("stopPoll"), body: { message_id: 42 } }] },
    editMessageText: { calls: [{ method: "POST", url: at("editMessageText"), body: { message_id: 42, text: "Approved by Ada." } }] },
    deleteMessage: {
      calls: [{ method: "POST", url: at("deleteMessage"), body: { chat_id: 123456789, message_id: 42 } }],
      output: { message_id: 42, deleted: true },
    },
    setMessageReaction: {
      vendor: "none",
      calls: [{ method: "POST", url: at("setMessageReaction"), body: { reaction: [{ type: "emoji", emoji: "👍" }], is_big: true } }],
    },
    answerCallbackQuery: {
      calls: [{ method: "POST", url: at("answerCallbackQuery"), body: { callback_query_id: "4382bfdwdsb323b2d9", show_alert: true } }],
      output: { ok: true },
    },
    answerInlineQuery: {
      calls: [
        {
          method: "POST",
          url: at("answerInlineQuery"),
          body: { results: [{ type: "article", id: "1", title: "Hello", input_message_content: { message_text: "Hello, world" } }] },
        },
      ],
    },
    getUpdates: { calls: [{ method: "POST", url: at("getUpdates"), body: { offset: 734250, limit: 10, timeout: 20 } }] },
    getChatMemberCount: { vendor: "none", calls: [{ method: "POST", url: at("getChatMemberCount") }], output: { count: 17 } },
    getChatAdministrators: { output: { administrators: expect.any(Array) } },
    createChatInviteLink: { vendor: "none", output: { invite_link: "https://t.me/+AbCdEf" } },
    createForumTopic: { vendor: "none", output: { message_thread_id: 7 } },
    banChatMember: { vendor: "none", calls: [{ method: "POST", url: at("banChatMember"), body: { user_id: 987654321 } }] },
    unbanChatMember: { vendor: "none", calls: [{ method: "POST", url: at("unbanChatMember"), body: { only_if_banned: true } }] },
    downloadFile: {
      vendor: "none",
      calls: [
        { method: "POST", url: at("getFile") },
        { method: "GET", url: `/file/bot${TOKEN}/documents/file_5.txt` },
      ],
      output: { file_path: "documents/file_5.txt", file_name: "file_5.txt", file_size: 7, content: btoa("content") },
    },
  },
});

describe("telegram's special ways", () => {
  const answer = { ok: true, result: { message_id: 1, date: 1, chat: { id: 1, type: "private" }, username: "weft_bot" } };

  async function withServer(body: unknown, run: () => Promise<unknown>): Promise<{ bodies: string[]; urls: string[]; result: unknown }> {
    const server = await startLoopbackServer((_, response) => {
      response.setHeader("content-type", "application/json").end(JSON.stringify(body));
    });
    Object.assign(process.env, { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_BASE_URL: server.url });
    try {
      const result = await run().catch((error: unknown) => error);
      return { bodies: server.calls.map((call) => call.body), urls: server.calls.map((call) => call.url), result };
    } finally {
      delete process.env["TELEGRAM_BOT_TOKEN"];
      delete process.env["TELEGRAM_BASE_URL"];
      await server.close();
    }
  }

  it("uploads a document as a part of a form, the other fields as text or JSON", async () => {
    const { bodies, urls } = await withServer(answer, () =>
      sendDocument({ chat_id: 1, document: { content: btoa("hello"), filename: "a.txt", type: "text/plain" }, reply_markup: buttons }),
    );
    expect(urls).toEqual([at("sendDocument")]);
    expect(bodies[0]).toContain('name="document"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nhello\r\n');
    expect(bodies[0]).toContain(`name="reply_markup"\r\n\r\n${JSON.stringify(buttons)}\r\n`);
    expect(bodies[0]).toContain('name="chat_id"\r\n\r\n1\r\n');
  });

  it("attaches the uploads of an album under names of their own", async () => {
    const { bodies } = await withServer({ ok: true, result: [] }, () =>
      sendMediaGroup({
        chat_id: 1,
        media: [
          { type: "photo", media: "https://example.com/1.jpg" },
          { type: "photo", media: { content: btoa("two"), filename: "2.png" } },
        ],
      }),
    );
    expect(bodies[0]).toContain('[{"type":"photo","media":"https://example.com/1.jpg"},{"type":"photo","media":"attach://file1"}]');
    expect(bodies[0]).toContain('name="file1"; filename="2.png"');
  });

  it("never shows the token in a message", async () => {
    const { result } = await withServer({ ok: false, error_code: 404, description: "Not Found" }, () =>
      sendMessage({ chat_id: 1, text: "Hi" }),
    );
    expect(stepError(result)).toEqual({
      name: "HttpError",
      status: 404,
      message: "Telegram: POST /bot/sendMessage answered 404: Not Found",
    });
  });

  it("waits as long as the answer itself asks", async () => {
    const before = Date.now();
    const body = { ok: false, error_code: 429, description: "Too Many Requests", parameters: { retry_after: 30 } };
    const { result } = await withServer(body, () => sendMessage({ chat_id: 1, text: "Hi" }));
    expect((result as RetryableError).retryAfter.getTime() - before).toBeGreaterThanOrEqual(30_000);
  });

  it("waits for new updates longer than the service was told to", async () => {
    const { bodies, result } = await withServer({ ok: true, result: [] }, () => getUpdates({ timeout: 50 }));
    expect(JSON.parse(bodies[0] ?? "")).toEqual({ timeout: 50 });
    expect(result).toEqual({ updates: [] });
  });

  it("names the bot when the connection is tried", async () => {
    const { urls, result } = await withServer(answer, () => checkConnection({}));
    expect(urls).toEqual([at("getMe")]);
    expect(result).toEqual({ account: "@weft_bot" });
  });
});
