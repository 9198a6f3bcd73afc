import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { RetryableError } from "workflow";
import { describeService } from "../kit/contract/describe-service.ts";
import type { ReceivedCall } from "../kit/loopback-server.ts";
import { startLoopbackServer } from "../kit/loopback-server.ts";
import { stepError } from "../kit/step-error.ts";
import { withStepContext } from "../kit/step-context.ts";
import { plugin } from "./index.ts";
import { checkConnection } from "./steps/check-connection.ts";
import { listMembers } from "./steps/list-members.ts";
import { sendMessage } from "./steps/send-message.ts";
import { sendWebhookMessage } from "./steps/send-webhook-message.ts";

const CHANNEL = "290926798999357250";
const GUILD = "197038439483310086";

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  vendor: "discord",
  environment: { DISCORD_BOT_TOKEN: "contract" },
  failure: (_, message) => ({ message, code: 50_035 }),
  // Files go with a part called payload_json; the description lists its fields as parts of their own.
  vendorErrors: [/the field "payload_json" is unknown/],
  actions: {
    sendMessage: {
      calls: [
        { method: "POST", url: `/channels/${CHANNEL}/messages`, body: { content: "Order **1001** has been paid.", enforce_nonce: true } },
      ],
    },
    replyToMessage: {
      calls: [{ method: "POST", url: `/channels/${CHANNEL}/messages`, body: { message_reference: { message_id: "334385199974967042" } } }],
    },
    sendDirectMessage: {
      calls: [
        { method: "POST", url: "/users/@me/channels", body: { recipient_id: "53908099506183680" } },
        { method: "POST", body: { content: "Order **1001** has been paid." } },
      ],
      // The second call goes to the channel that the first one names.
      answers: [
        { body: { id: "319674150115610528", type: 1 } },
        {
          body: {
            id: "1",
            channel_id: "319674150115610528",
            content: "",
            timestamp: "2026-11-21T12:00:00Z",
            author: { id: "2", username: "weft" },
            attachments: [],
            embeds: [],
          },
        },
      ],
      output: { id: "1", channel_id: "319674150115610528" },
    },
    sendWebhookMessage: {
      calls: [
        {
          method: "POST",
          url: "/webhooks/223704706495545344/3d89bb7572e0fb30d8128367b3b1b44f?wait=true&thread_id=290926798999357251",
          body: { username: "Shop" },
        },
      ],
    },
    editMessage: { calls: [{ method: "PATCH", url: `/channels/${CHANNEL}/messages/334385199974967042` }] },
    deleteMessage: {
      calls: [{ method: "DELETE", url: `/channels/${CHANNEL}/messages/334385199974967042` }],
      output: { id: "334385199974967042", deleted: true },
    },
    listMessages: { calls: [{ method: "GET", url: `/channels/${CHANNEL}/messages?limit=3&before=334385199974967042` }] },
    addReaction: { calls: [{ method: "PUT", url: `/channels/${CHANNEL}/messages/334385199974967042/reactions/👍/@me` }] },
    removeReaction: { calls: [{ method: "DELETE", url: `/channels/${CHANNEL}/messages/334385199974967042/reactions/👍/@me` }] },
    pinMessage: { calls: [{ method: "PUT", url: `/channels/${CHANNEL}/messages/pins/334385199974967042` }] },
    createThread: {
      calls: [
        {
          method: "POST",
          url: `/channels/${CHANNEL}/messages/334385199974967042/threads`,
          body: { name: "Order 1001", auto_archive_duration: 1440 },
        },
      ],
    },
    createForumPost: { calls: [{ method: "POST", url: `/channels/${CHANNEL}/threads`, body: { message: { content: "What is in it?" } } }] },
    listGuilds: { calls: [{ method: "GET", url: "/users/@me/guilds?limit=3" }] },
    listChannels: { calls: [{ method: "GET", url: `/guilds/${GUILD}/channels` }] },
    createChannel: { calls: [{ method: "POST", url: `/guilds/${GUILD}/channels`, body: { type: 0, parent_id: "290926798999357260" } }] },
    updateChannel: { calls: [{ method: "PATCH", url: `/channels/${CHANNEL}`, body: { topic: "It is done" } }] },
    deleteChannel: { calls: [{ method: "DELETE", url: `/channels/${CHANNEL}` }], output: { deleted: true } },
    createInvite: { calls: [{ method: "POST", url: `/channels/${CHANNEL}/invites`, body: { max_age: 3600, max_uses: 1, unique: true } }] },
    listMembers: { calls: [{ method: "GET", url: `/guilds/${GUILD}/members?limit=3` }] },
    searchMembers: { calls: [{ method: "GET", url: `/guilds/${GUILD}/members/search?query=ada&limit=5` }] },
    listRoles: { calls: [{ method: "GET", url: `/guilds/${GUILD}/roles` }] },
    addRole: { calls: [{ method: "PUT", url: `/guilds/${GUILD}/members/53908099506183680/roles/41771983423143936` }] },
    removeRole: { calls: [{ method: "DELETE", url: `/guilds/${GUILD}/members/53908099506183680/roles/41771983423143936` }] },
    banMember: { calls: [{ method: "PUT", url: `/guilds/${GUILD}/bans/53908099506183680`, body: { delete_message_seconds: 3600 } }] },
  },
});

describe("discord's special ways", () => {
  async function withServer(
    answers: (call: ReceivedCall) => { status?: number; body: object },
    run: (url: string) => Promise<unknown>,
  ): Promise<{ calls: ReceivedCall[]; result: unknown }> {
    const server = await startLoopbackServer((call, response) => {
      const { status = 200, body } = answers(call);
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
    Object.assign(process.env, { DISCORD_BOT_TOKEN: "t", DISCORD_BASE_URL: server.url });
    try {
      return { result: await run(server.url).catch((error: unknown) => error), calls: server.calls };
    } finally {
      for (const name of ["DISCORD_BOT_TOKEN", "DISCORD_BASE_URL"]) delete process.env[name];
      await server.close();
    }
  }

  it("says whose call it is, as Discord demands", async () => {
    const { calls, result } = await withServer(
      () => ({ body: { username: "weft" } }),
      () => checkConnection({}),
    );
    expect(calls[0]).toMatchObject({
      url: "/users/@me",
      headers: { authorization: "Bot t", "user-agent": expect.stringMatching(/^DiscordBot \(/) },
    });
    expect(result).toEqual({ account: "weft" });
  });

  it("uses a person's token when there is no bot's, and asks for one when there is neither", async () => {
    process.env["DISCORD_ACCESS_TOKEN"] = "person";
    const run = (): Promise<unknown> => {
      delete process.env["DISCORD_BOT_TOKEN"];
      return checkConnection({});
    };
    const person = await withServer(() => ({ body: { username: "ada" } }), run);
    delete process.env["DISCORD_ACCESS_TOKEN"];
    const nobody = await withServer(() => ({ body: {} }), run);
    expect(person.calls[0]?.headers.authorization).toBe("Bearer person");
    expect(stepError(nobody.result).name).toBe("MissingCredential");
    expect(nobody.calls).toEqual([]);
  });

  it("gives both attempts of a call the same nonce, and another call another", async () => {
    const nonceOf = async (idempotencyKey: string): Promise<string> => {
      const context = { idempotencyKey, attempt: 1, signal: new AbortController().signal };
      const run = (): Promise<unknown> => withStepContext(context, () => sendMessage({ channel_id: CHANNEL, content: "Hi" }));
      const { calls } = await withServer(() => ({ body: {} }), run);
      return (JSON.parse(calls[0]?.body ?? "") as { nonce: string }).nonce;
    };
    const [first, again, other] = [await nonceOf("a"), await nonceOf("a"), await nonceOf("b")];
    expect(first).toHaveLength(25);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it("sends files as parts beside the message", async () => {
    const files = [{ filename: "a.txt", content: btoa("hello"), type: "text/plain", description: "A text" }];
    const { calls } = await withServer(
      () => ({ body: {} }),
      () => sendMessage({ channel_id: CHANNEL, content: "See", files }),
    );
    expect(calls[0]?.body).toContain('name="files[0]"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nhello\r\n');
    expect(calls[0]?.body).toContain('"attachments":[{"id":0,"filename":"a.txt","description":"A text"}]');
  });

  it("names the fields that are wrong", async () => {
    const body = {
      message: "Invalid Form Body",
      code: 50_035,
      errors: { embeds: { 0: { title: { _errors: [{ code: "BASE_TYPE_MAX_LENGTH", message: "Must be 256 or fewer in length." }] } } } },
    };
    const { result } = await withServer(
      () => ({ status: 400, body }),
      () => sendMessage({ channel_id: CHANNEL, content: "x" }),
    );
    expect(stepError(result).message).toBe(
      `Discord: POST /channels/${CHANNEL}/messages answered 400: Invalid Form Body (embeds.0.title: Must be 256 or fewer in length.)`,
    );
  });

  it("waits as long as the answer itself asks", async () => {
    const before = Date.now();
    const answer = { status: 429, body: { message: "You are being rate limited.", retry_after: 64.57, global: false } };
    const { result } = await withServer(
      () => answer,
      () => sendMessage({ channel_id: CHANNEL, content: "x" }),
    );
    expect((result as RetryableError).retryAfter.getTime() - before).toBeGreaterThanOrEqual(64_570);
  });

  it("never shows the token of a webhook", async () => {
    const answer = { status: 404, body: { message: "Unknown Webhook", code: 10_015 } };
    const run = (url: string): Promise<unknown> => sendWebhookMessage({ webhook_url: `${url}/api/webhooks/1/s3cret`, content: "x" });
    const { calls, result } = await withServer(() => answer, run);
    expect(calls[0]).toMatchObject({ url: "/api/webhooks/1/s3cret?wait=true", body: '{"content":"x"}' });
    expect(calls[0]?.headers.authorization).toBeUndefined();
    expect(stepError(result).message).toContain("answered 404: Unknown Webhook");
    expect(stepError(result).message).not.toContain("s3cret");
  });

  it("collects members over several pages", async () => {
    const page = (call: ReceivedCall): { body: object } => {
      const query = new URL(call.url, "http://discord").searchParams;
      const first = Number(query.get("after") ?? "0");
      return {
        body: Array.from({ length: Math.min(Number(query.get("limit")), 1_500 - first) }, (_, index) => ({
          user: { id: String(first + index + 1) },
        })),
      };
    };
    const { calls, result } = await withServer(page, () => listMembers({ guild_id: GUILD, limit: 3_000 }));
    expect((result as { members: object[] }).members).toHaveLength(1_500);
    expect(calls.map(({ url }) => url)).toEqual([`/guilds/${GUILD}/members?limit=1000`, `/guilds/${GUILD}/members?limit=1000&after=1000`]);
  });
});
