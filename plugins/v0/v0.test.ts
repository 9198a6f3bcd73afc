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

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  environment: { V0_API_KEY: "v1:contract" },
  failure: (_, message) => ({ message }),
  actions: {
    createChat: {
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
      calls: [
        { method: "POST", url: "/chats/chat_abc123/messages/async", body: MESSAGE },
        { method: "GET", url: "/chats/chat_abc123/messages/msg_xyz789" },
      ],
      output: REPLY,
    },
    getFiles: {
      calls: [{ method: "GET", url: "/chats/chat_abc123/files" }],
      output: { files: [{ path: "app/page.tsx", encoding: "utf8" }] },
    },
    getPreview: {
      calls: [{ method: "GET", url: "/chats/chat_abc123/preview" }],
      output: { url: "https://preview-abc123.vusercontent.net" },
    },
    deployChat: { calls: [{ method: "POST", url: "/chats/chat_abc123/deploy" }], output: { deploymentId: "dpl_1" } },
    getChat: { calls: [{ method: "GET", url: "/chats/chat_abc123" }], output: { title: "Parcel tracker", vercelProjectId: "prj_1" } },
    listChats: {
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
