import { beforeEach, expect, it, vi } from "vitest";
import { pending } from "./pending.ts";
import { untilDone } from "./until-done.ts";

// The SDK's sleep exists only while a workflow runs; the engine's tests sleep for real.
const sleeps: unknown[] = [];
vi.mock("workflow", () => ({ sleep: async (duration: unknown) => void sleeps.push(duration) }));

beforeEach(() => void sleeps.splice(0));

it("gives the output of a step that is done at once, and sleeps for nothing", async () => {
  const output = await untilDone(async (input: { prompt: string }) => ({ text: input.prompt }), { prompt: "hello" });
  expect(output).toEqual({ text: "hello" });
  expect(sleeps).toEqual([]);
});

it("calls the step again with its job, after the time it asked for, until it is done", async () => {
  const calls: unknown[] = [];
  const answers = [pending({ id: 1 }, "5s"), pending({ id: 1, seen: true }, "1m"), { url: "https://example.com/video" }];
  const step = async (...args: unknown[]) => {
    calls.push(args);
    return answers[calls.length - 1] ?? { url: "too often" };
  };
  expect(await untilDone(step, "input", { connection: "studio" })).toEqual({ url: "https://example.com/video" });
  expect(calls).toEqual([
    ["input", { connection: "studio" }],
    ["input", { connection: "studio", job: { id: 1 } }],
    ["input", { connection: "studio", job: { id: 1, seen: true } }],
  ]);
  expect(sleeps).toEqual([5_000, 60_000]);
});

it("throws what the step throws", async () => {
  await expect(untilDone(() => Promise.reject(new Error("The job failed.")), {})).rejects.toThrow("The job failed.");
});
