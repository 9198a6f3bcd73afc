import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FatalError } from "workflow";
import { describeService } from "../kit/contract/describe-service.ts";
import { pending } from "../kit/pending.ts";
import { withStepContext } from "../kit/step-context.ts";
import { stepError } from "../kit/step-error.ts";
import { plugin } from "./index.ts";
import { createChat } from "./steps/create-chat.ts";
import { getPreview } from "./steps/get-preview.ts";

const MESSAGE = {
  message: "Build a page that tracks a parcel.",
  systemPrompt: "Use Tailwind.",
  modelConfiguration: { modelId: "v0-mini", imageGenerations: true },
  attachments: [{ url: "https://example.com/sketch.png" }],
};
const REPLY = {
  chatId: "chat_abc123",
  messageId: "msg_xyz789",
  content: "The tracker is ready.",
  finishReason: "stop",
  editedFiles: ["app/page.tsx", "lib/a.ts"],
  usage: { tokens: { total: 2000 }, creditsCost: { total: 0.03 } },
};

const ANSWER = {
  id: "msg_xyz789",
  chatId: "chat_abc123",
  content: "The tracker is ready.",
  parts: [
    { type: "file-edit", operation: "create", path: "app/page.tsx" },
    { type: "file-edit", operation: "patch", path: "app/page.tsx" },
    { type: "file-edit", operation: "rename", path: "a.ts", toPath: "lib/a.ts" },
  ],
  finishReason: "stop",
  usage: {
    tokens: { input: 1200, output: 800, cacheRead: 0, cacheWrite: 0, total: 2000 },
    creditsCost: { input: 0.01, output: 0.02, cacheRead: 0, cacheWrite: 0, total: 0.03 },
  },
};
const STARTED = { chatId: "chat_abc123", messageId: "msg_xyz789" };
const CHAT = {
  id: "chat_abc123",
  title: "Parcel tracker",
  privacy: "private",
  createdAt: "2026-11-20T10:00:00.000Z",
  authorId: "user_1",
  vercelProjectId: "prj_1",
  metadata: {},
  writePermission: true,
};

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  vendor: "v0",
  environment: { V0_API_KEY: "v1:contract" },
  failure: (_, message) => ({ message }),
  actions: {
    createChat: {
      answers: [{ status: 202, body: STARTED }, { body: ANSWER }],
      calls: [
        {
          method: "POST",
          url: "/chats/async",
          body: { ...MESSAGE, title: "Parcel tracker", privacy: "private", metadata: { customer: "1001" } },
        },
        { method: "GET", url: "/chats/chat_abc123/messages/msg_xyz789" },
      ],
      output: REPLY,
    },
    sendMessage: {
      answers: [{ status: 202, body: STARTED }, { body: ANSWER }],
      calls: [
        { method: "POST", url: "/chats/chat_abc123/messages/async", body: MESSAGE },
        { method: "GET", url: "/chats/chat_abc123/messages/msg_xyz789" },
      ],
      output: REPLY,
    },
    getFiles: {
      answers: [{ body: { files: [{ path: "app/page.tsx", content: "x", encoding: "utf8" }] } }],
      calls: [{ method: "GET", url: "/chats/chat_abc123/files" }],
      output: { files: [{ path: "app/page.tsx", encoding: "utf8" }] },
    },
    getPreview: {
      answers: [{ body: { url: "https://preview-abc123.vusercontent.net", token: "t", expiresAt: "2026-11-20T11:00:00.000Z" } }],
      calls: [{ method: "GET", url: "/chats/chat_abc123/preview" }],
      output: { url: "https://preview-abc123.vusercontent.net" },
    },
    deployChat: {
      answers: [{ body: { deploymentId: "dpl_1", vercelProjectId: "prj_1" } }],
      calls: [{ method: "POST", url: "/chats/chat_abc123/deploy" }],
      output: { deploymentId: "dpl_1" },
    },
    getChat: {
      answers: [{ body: CHAT }],
      calls: [{ method: "GET", url: "/chats/chat_abc123" }],
      output: { title: "Parcel tracker", vercelProjectId: "prj_1" },
    },
    listChats: {
      answers: [{ body: { chats: [CHAT], cursor: null } }],
      calls: [{ method: "GET", url: "/chats?limit=50&vercelProjectId=prj_1" }],
      output: { chats: [{ id: "chat_abc123", privacy: "private" }] },
    },
    deleteChat: { calls: [{ method: "DELETE", url: "/chats/chat_abc123" }], output: { chatId: "chat_abc123", deleted: true } },
  },
});

describe("what is special of v0", () => {
  /** Runs a step against a service that gives this answer. */
  async function answered<Output>(answer: unknown, step: () => Promise<Output>): Promise<Output> {
    process.env["V0_API_KEY"] = "v1:contract";
    const context = { idempotencyKey: "key", attempt: 1, signal: new AbortController().signal, fetch: async () => Response.json(answer) };
    const output = await withStepContext(context, step).catch((error: unknown) => error as Output); // looked at by the test
    delete process.env["V0_API_KEY"];
    return output;
  }
  const job = { chatId: "c1", messageId: "m1", since: Date.now() };

  it("sleeps while the agent writes, and gives up after an hour", async () => {
    expect(await answered({ finishReason: null }, () => createChat({ message: "m" }, { job }))).toEqual(pending(job, "5s"));
    const late = { ...job, since: Date.now() - 3_700_000 };
    const error = await answered({ finishReason: null }, () => createChat({ message: "m" }, { job: late }));
    expect(stepError(error).message).toBe("v0: the message m1 of the chat c1 is not written after an hour.");
  });

  it("fails when the agent did", async () => {
    const error = await answered({ finishReason: "error" }, () => createChat({ message: "m" }, { job }));
    expect(error).toBeInstanceOf(FatalError);
    expect(stepError(error).name).toBe("GenerationFailed");
  });

  it("waits for a preview, for ten minutes at most", async () => {
    const since = Date.now();
    expect(await answered(null, () => getPreview({ chatId: "c1" }, { job: since }))).toEqual(pending(since, "5s"));
    const error = await answered(null, () => getPreview({ chatId: "c1" }, { job: since - 700_000 }));
    expect(stepError(error).name).toBe("TimeoutError");
  });
});
