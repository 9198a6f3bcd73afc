import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { ChatRequest, ModelServer, Turn } from "../../lib/ai/testing/model-server.ts";
import { startModelServer } from "../../lib/ai/testing/model-server.ts";
import type { TestDatabase } from "../../lib/db/test-database.ts";
import { createTestDatabase } from "../../lib/db/test-database.ts";
import { evalFile } from "./case.ts";
import { evaluate } from "./evaluate.ts";
import type { Outcome } from "./evaluate.ts";
import type { EvalLab } from "./open-lab.ts";
import { openLab } from "./open-lab.ts";

/** The whole evaluation on a few of its prompts, with a model that answers some well and some badly. */

const { graphs, cases } = evalFile.parse(JSON.parse(readFileSync(join(import.meta.dirname, "prompts.json"), "utf8")));
const lines = (...operations: readonly object[]): string => operations.map((operation) => JSON.stringify(operation)).join("\n");
const http = (properties: object, more: object = {}) => ({
  op: "setNode",
  id: "input",
  config: { on: "http", respond: "async", input: { type: "object", properties, required: Object.keys(properties) }, ...more },
});
const text = { type: "string" };
const number = { type: "number" };

/** What the model answers to a case. */
const ANSWERS: Readonly<Record<string, Turn>> = {
  "large-order": {
    text: lines(
      http({ orderId: text, total: number }),
      { op: "addNode", id: "isLarge", kind: "control.if", config: { when: "input.body.total > 500" }, after: "input" },
      { op: "addNode", id: "ask", kind: "control.approval", config: { message: "May we?" }, after: "isLarge.true" },
      {
        op: "addNode",
        id: "tell",
        kind: "slack.sendMessage",
        config: { channel: "#sales", text: "Approved by {{ ask.by }}" },
        after: "ask.approved",
      },
    ),
  },
  // The approval is asked for, and then nobody minds the answer.
  "stripe-refund": {
    text: lines(
      http({ paymentIntent: text }),
      { op: "addNode", id: "ask", kind: "control.approval", config: { message: "May we?" }, after: "input" },
      {
        op: "addNode",
        id: "refund",
        kind: "stripe.createRefund",
        config: { payment_intent: "{{ input.body.paymentIntent }}" },
        after: ["ask.approved", "ask.rejected"],
      },
    ),
  },
  "poll-export": {
    text: lines(
      {
        op: "addNode",
        id: "start",
        kind: "http.request",
        config: { method: "POST", url: "https://api.example.com/exports" },
        output: { type: "object", properties: { id: text }, required: ["id"] },
        after: "input",
      },
      {
        op: "addNode",
        id: "poll",
        kind: "control.repeat",
        config: { until: 'state.body.state === "done"', max: 30, every: "10s" },
        after: "start",
      },
      {
        op: "addNode",
        id: "state",
        kind: "http.request",
        parent: "poll",
        config: { url: "https://api.example.com/exports/{{ start.body.id }}" },
        output: { type: "object", properties: { state: text, url: text }, required: ["state"] },
      },
      {
        op: "addNode",
        id: "tell",
        kind: "slack.sendMessage",
        config: { channel: "#exports", text: '{{ poll.state.body.url ?? "" }}' },
        after: "poll",
      },
    ),
  },
  sleep: {
    text: lines(
      http({ email: text }),
      { op: "addNode", id: "nap", kind: "control.sleep", config: { for: "2d" }, after: "input" },
      {
        op: "addNode",
        id: "mail",
        kind: "resend.sendEmail",
        config: { from: "care@example.com", to: ["{{ input.body.email }}"], subject: "How is it going?", text: "?" },
        after: "nap",
      },
    ),
  },
  "on-error-slack": {
    text: lines(
      { op: "addNode", id: "get", kind: "http.request", config: { url: "https://flaky.example.com" }, after: "input" },
      {
        op: "addNode",
        id: "tell",
        kind: "slack.sendMessage",
        config: { channel: "#alerts", text: "{{ getError.message }}" },
        after: "get.error",
      },
    ),
  },
  "edit-retry": { text: lines({ op: "setNode", id: "order", policy: { retries: 3 } }) },
  // Does what it was not asked for, too.
  "edit-channel": {
    text: lines({ op: "setNode", id: "tell", config: { channel: "#orders" } }, { op: "setNode", id: "order", label: "Better" }),
  },
  "refuse-off-topic": { text: lines({ op: "say", text: "I only draw workflows." }) },
  "refuse-secret": { text: lines({ op: "addNode", id: "a", kind: "control.set", config: { fields: {} }, after: "input" }) },
};

function answer({ messages }: ChatRequest): Turn {
  const asked = messages[1]?.content ?? "";
  const found = cases.find(({ id, prompt }) => Object.hasOwn(ANSWERS, id) && asked.includes(prompt));
  return ANSWERS[found?.id ?? ""] ?? { text: "" };
}

let models: ModelServer;
let database: TestDatabase;
let lab: EvalLab;
beforeAll(async () => {
  [models, database] = await Promise.all([startModelServer({ player: [answer] }), createTestDatabase()]);
  for (const [name, value] of Object.entries({
    AI_PROVIDER: "openai",
    AI_MODEL: "player",
    OPENAI_API_KEY: "sk-model-server",
    OPENAI_BASE_URL: `${models.url}/v1`,
  }))
    vi.stubEnv(name, value);
  lab = await openLab(database.url);
});
afterAll(async () => {
  await lab.close();
  await models.close();
  await database.drop();
  vi.unstubAllEnvs();
});

async function play(id: string): Promise<Outcome> {
  const asked = cases.find((one) => one.id === id);
  if (!asked) throw new Error(`There is no case ${id}.`);
  return evaluate(lab.server, lab.access, lab.stubs, asked, asked.graph === undefined ? undefined : graphs[asked.graph]);
}

describe("a right answer passes", () => {
  it.each(["large-order", "poll-export", "sleep", "on-error-slack", "edit-retry"])("%s", async (id) => {
    expect(await play(id)).toMatchObject({
      id,
      passed: true,
      problems: [],
      compiles: true,
      repairs: 0,
      use: { inputTokens: 1_000, outputTokens: 200 },
    });
  });

  it("by refusing, where that is right", async () => {
    expect(await play("refuse-off-topic")).toMatchObject({ passed: true, problems: [] });
  });
});

describe("a wrong answer fails", () => {
  it("though it compiles, when its run does what it should not", async () => {
    expect(await play("stripe-refund")).toMatchObject({ passed: false, compiles: true, problems: ["run 2: stripe.com was called"] });
  });

  it("when it changes what it was not asked to", async () => {
    expect(await play("edit-channel")).toMatchObject({ passed: false, problems: ["order is not as it was"] });
  });

  it("by proposing, where it should have refused", async () => {
    expect((await play("refuse-secret")).problems).toContain("it should have been refused");
  });

  it("by saying nothing", async () => {
    expect(await play("weekdays")).toMatchObject({ passed: false, compiles: false, problems: ["refused: The model gave no answer."] });
  });
});

it("lets nothing out: every call of every run was one of the stubs'", async () => {
  await play("large-order");
  expect(lab.stubs.calls.flatMap(({ problems }) => problems)).toEqual([]);
});
