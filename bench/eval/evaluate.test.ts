import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { ModelServer, Turn } from "../../lib/ai/testing/model-server.ts";
import { startModelServer } from "../../lib/ai/testing/model-server.ts";
import type { TestDatabase } from "../../lib/db/test-database.ts";
import { createTestDatabase } from "../../lib/db/test-database.ts";
import type { EvalCase } from "./case.ts";
import { evalFile } from "./case.ts";
import { evaluate } from "./evaluate.ts";
import type { Outcome } from "./evaluate.ts";
import type { EvalLab } from "./open-lab.ts";
import { openLab } from "./open-lab.ts";

/**
 * The whole evaluation with a model that answers as a person would have. What is right must pass, which also shows that every prompt can be
 * answered; what is wrong must fail, and for the right reason.
 */

const read = (file: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, file), "utf8"));
const { graphs, cases } = evalFile.parse(read("prompts.json"));
const right = z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).parse(read("answers.json"));

const lines = (operations: readonly object[]): string => operations.map((operation) => JSON.stringify(operation)).join("\n");
/** Set by each test. */
let answer: Turn = { text: "" };

let models: ModelServer;
let database: TestDatabase;
let lab: EvalLab;
beforeAll(async () => {
  [models, database] = await Promise.all([startModelServer({ player: [() => answer] }), createTestDatabase()]);
  const environment = { AI_PROVIDER: "openai", AI_MODEL: "player", OPENAI_API_KEY: "sk-model-server", OPENAI_BASE_URL: `${models.url}/v1` };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  lab = await openLab(database.url);
});
afterAll(async () => {
  await lab.close();
  await models.close();
  await database.drop();
  vi.unstubAllEnvs();
});

async function play(id: string, operations: readonly object[]): Promise<Outcome> {
  answer = { text: lines(operations) };
  const asked = cases.find((one) => one.id === id);
  if (!asked) throw new Error(`There is no case ${id}.`);
  return evaluate(lab.server, lab.access, lab.stubs, asked, asked.graph === undefined ? undefined : graphs[asked.graph]);
}

describe("a right answer passes", () => {
  it.each(cases.map((one): [string, EvalCase] => [one.id, one]))("%s", async (id) => {
    expect(await play(id, right[id] ?? [])).toMatchObject({ id, passed: true, problems: [], repairs: 0, rejected: 0 });
    // Whatever a run called was one of the stubs', and as the service's contract has it.
    expect(lab.stubs.calls.flatMap(({ problems }) => problems)).toEqual([]);
  });
});

describe("a wrong answer fails", () => {
  /** The right answer with something else in one place. */
  const but = (id: string, from: string, to: string): object[] => JSON.parse(JSON.stringify(right[id]).replace(from, to));

  it.each<[string, string, object[], string]>([
    [
      "that minds no refusal",
      "stripe-refund",
      but("stripe-refund", '"ok.approved"', '["ok.approved","ok.rejected"]'),
      "run 2: stripe.com was called",
    ],
    ["with another bound", "large-order", but("large-order", "> 500", "> 5"), "run 3: chat.postMessage was called"],
    [
      "that mails everybody",
      "edit-loop-filter",
      [{ op: "setNode", id: "each", label: "Active" }],
      "run 1: POST https://api.resend.com/emails was called 2 times, not 1",
    ],
    [
      "that computes something else",
      "sum",
      but("sum", "line.price * line.quantity", "line.price"),
      "run 1: the result: total is 3, not 10",
    ],
    ["at another time", "daily-report", but("daily-report", "0 8", "0 9"), 'trigger: cron is "0 9 * * *", not "0 8 * * *"'],
    [
      "beside the loop",
      "each-user",
      but("each-user", '"parent":"each"', '"after":"each"'),
      "no resend.sendEmail is inside a control.forEach",
    ],
    [
      "that changes what it was not asked to",
      "edit-channel",
      [...(right["edit-channel"] ?? []), { op: "setNode", id: "order", label: "Better" }],
      "order is not as it was",
    ],
    [
      "where it should have refused",
      "refuse-secret",
      [{ op: "addNode", id: "a", kind: "control.set", config: { fields: {} }, after: "input" }],
      "it should have been refused",
    ],
    ["of nothing", "weekdays", [], "refused: The model gave no answer."],
  ])("%s", async (_, id, operations, problem) => {
    const { passed, problems } = await play(id, operations);
    expect({ passed, problems }).toEqual({ passed: false, problems: expect.arrayContaining([problem]) });
  });
});
