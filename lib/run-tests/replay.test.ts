import { describe, expect, it } from "vitest";
import { exportCatalog, exportSources } from "../exports/workflows-for-test.ts";
import type { Recording } from "../exports/template/tests/recording.ts";
import { createPlayer } from "./play-module.ts";

/** Follows branches side by side: each calls, sleeps or asks, one after the other, and the result is what has ended, in order. */
const SOURCE = `
import { createHook, sleep } from "workflow";
import { request } from "@/plugins/http/steps/request";

export async function branches(input: any) {
  const ended: string[] = [];
  const follow = async (branch: string[]) => {
    for (const act of branch) {
      if (act === "sleep") await sleep("1h");
      else if (act === "ask") ended.push(await createHook({ metadata: { node: "boss" } }));
      else {
        await request({ url: act });
        ended.push(act);
      }
    }
  };
  await Promise.all(input.map(follow));
  return ended;
}`;

const playModule = createPlayer(exportSources);

async function play(branches: readonly (readonly string[])[], recording: Recording) {
  const { ended } = await playModule(
    {
      graph: { weft: 1, name: "branches", nodes: [], edges: [] },
      source: SOURCE,
      steps: [{ node: "call", kind: "action", action: "http.request" }],
    },
    { variables: {}, answers: { input: branches, recording } },
    exportCatalog,
  );
  return ended;
}

const call = (url: string, rest: object = { output: null }): Recording[number] => ({ step: "http.request", input: { url }, ...rest });
const failing = (url: string): Recording[number] => call(url, { error: { message: `${url} broke` } });

describe("a replay", () => {
  it.each([
    ["as they were made", ["a", "b", "c"]],
    ["in another order", ["c", "b", "a"]],
    ["the second first", ["b", "a", "c"]],
  ])("ends calls that go on together as recorded: %s", async (_, order) => {
    const recording = order.map((url) => call(url));
    expect(await play([["a"], ["b"], ["c"]], recording)).toEqual({ problems: [], result: order });
  });

  it.each(["a", "b"])("fails by the call that failed first: %s", async (first) => {
    const recording = [failing(first), call(first === "a" ? "b" : "a", { cutOff: true })];
    expect(await play([["a"], ["b"]], recording)).toEqual({ problems: [], failure: `${first} broke` });
    const both = [failing(first), failing(first === "a" ? "b" : "a")];
    expect(await play([["a"], ["b"]], both)).toEqual({ problems: [], failure: `${first} broke` });
  });

  it("lets a slow branch end among another's later calls", async () => {
    const recording = [call("a"), call("b"), call("slow"), call("c")];
    expect(await play([["a", "b", "c"], ["slow"]], recording)).toEqual({ problems: [], result: ["a", "b", "slow", "c"] });
  });

  it("ends a sleep when it ended, and none that the run's failure cut short", async () => {
    const late = [call("a"), { sleep: 0 }, call("b"), failing("slow")];
    expect(await play([["a", "sleep", "b"], ["slow"]], late)).toEqual({ problems: [], failure: "slow broke" });
    const early = [{ sleep: 1 }, failing("quick")];
    const branches = [
      ["sleep", "never"],
      ["sleep", "quick"],
    ];
    expect(await play(branches, early)).toEqual({ problems: [], failure: "quick broke" });
  });

  it("gives each of a node's waits its own answer, whichever came first", async () => {
    const recording = [{ wait: "boss", nth: 1, answer: "no" }, call("a"), { wait: "boss", nth: 0, answer: "yes" }];
    expect(await play([["ask"], ["ask", "a"]], recording)).toEqual({ problems: [], result: ["no", "a", "yes"] });
  });

  it("ends what nobody recorded after everything that was, and tells of calls too many and too few", async () => {
    expect(await play([["sleep", "a", "new"], ["b"]], [call("a"), call("b"), call("gone")])).toEqual({
      problems: ['http.request: url is "new" and was "gone"'],
      result: ["b", "a", "new"],
    });
    expect(await play([["a", "new"]], [call("a")])).toEqual({
      problems: ['http.request is called once more than it was, with {"url":"new"}'],
      result: ["a", "new"],
    });
    expect(await play([["a"]], [call("a"), call("gone")])).toMatchObject({
      problems: ['http.request is not called any more, with {"url":"gone"}'],
    });
  });
});
