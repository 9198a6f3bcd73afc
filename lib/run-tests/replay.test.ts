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
      else if (act === "now") ended.push(new Date().toISOString());
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

const FROM = "2026-11-30T12:00:00.000Z";
const TO = "2026-11-30T13:00:00.000Z";

async function play(
  branches: readonly (readonly string[])[],
  endings: Recording["endings"],
  outcome: Recording["outcome"],
): Promise<readonly string[]> {
  const recording = { startedAt: FROM, endedAt: TO, endings, outcome };
  const { ended } = await playModule(
    {
      graph: { weft: 1, name: "branches", nodes: [], edges: [] },
      source: SOURCE,
      steps: [{ node: "call", kind: "action", action: "http.request" }],
    },
    { variables: {}, answers: { input: branches, recording } },
    exportCatalog,
  );
  return ended.problems;
}

type Ending = Recording["endings"][number];
const call = (url: string, rest: object = { output: null }): Ending => ({ step: "http.request", input: { url }, ...rest });
const failing = (url: string): Ending => call(url, { error: { message: `${url} broke` } });

describe("a replay", () => {
  it.each([
    ["as they were made", ["a", "b", "c"]],
    ["in another order", ["c", "b", "a"]],
    ["the second first", ["b", "a", "c"]],
  ])("ends calls that go on together as recorded: %s", async (_, result) => {
    const endings = result.map((url) => call(url));
    expect(await play([["a"], ["b"], ["c"]], endings, { result })).toEqual([]);
  });

  it.each(["a", "b"])("fails by the call that failed first: %s", async (first) => {
    const second = first === "a" ? "b" : "a";
    const outcome = { failure: `${first} broke` };
    expect(await play([["a"], ["b"]], [failing(first), call(second, { cutOff: true })], outcome)).toEqual([]);
    expect(await play([["a"], ["b"]], [failing(first), failing(second)], outcome)).toEqual([]);
    expect(await play([["a"], ["b"]], [failing(second), failing(first)], outcome)).toEqual([
      `its failure is "${second} broke" and was "${first} broke"`,
    ]);
  });

  it("lets a slow branch end among another's later calls", async () => {
    const endings = [call("a"), call("b"), call("slow"), call("c")];
    expect(await play([["a", "b", "c"], ["slow"]], endings, { result: ["a", "b", "slow", "c"] })).toEqual([]);
  });

  it("ends a sleep when it ended, and none that the run's failure cut short", async () => {
    const late = [call("a"), { sleep: 0 }, call("b"), failing("slow")];
    expect(await play([["a", "sleep", "b"], ["slow"]], late, { failure: "slow broke" })).toEqual([]);
    const branches = [
      ["sleep", "never"],
      ["sleep", "quick"],
    ];
    expect(await play(branches, [{ sleep: 1 }, failing("quick")], { failure: "quick broke" })).toEqual([]);
  });

  it("gives each of a node's waits its own answer, whichever came first", async () => {
    const endings = [{ wait: "boss", nth: 1, answer: "no" }, call("a"), { wait: "boss", nth: 0, answer: "yes" }];
    expect(await play([["ask"], ["ask", "a"]], endings, { result: ["no", "a", "yes"] })).toEqual([]);
    expect(await play([["ask", "ask"]], endings.slice(0, 1), { failure: null })).toContain(
      "boss waits for an answer once more than it did",
    );
  });

  it("has the clock of the run, at every moment that the log knows", async () => {
    // Outside of the hour that the run took, so that they count to the millisecond.
    const [first, second] = ["2026-11-30T11:10:00.000Z", "2026-11-30T11:20:00.000Z"];
    const endings = [
      { ...call("a"), at: first },
      { sleep: 0, at: second },
    ];
    const acts = [["now", "a", "now", "sleep", "now"]];
    expect(await play(acts, endings, { result: [FROM, "a", first, second] })).toEqual([]);
    expect(await play(acts, endings, { result: [FROM, "a", first, first] })).toEqual([`its result[3] is "${second}" and was "${first}"`]);
  });

  it("takes a moment of the run for another one, and no moment for one outside of it", async () => {
    const at = (moment: string): string => `https://example.com/?at=${moment}`;
    const ask = (moment: string) => play([[at(moment)]], [call(at(FROM))], { result: [at(TO)] });
    expect(await ask("2026-11-30T12:59:59Z")).toEqual([]);
    expect(await ask("2026-11-30T13:00:01Z")).toContain(`http.request: url is "${at("2026-11-30T13:00:01Z")}" and was "${at(FROM)}"`);
  });

  it("ends what nobody recorded after everything that was, and tells of calls too many and too few", async () => {
    const endings = [call("a"), call("b"), call("gone")];
    expect(await play([["sleep", "a", "new"], ["b"]], endings, { result: ["b", "a", "new"] })).toEqual([
      'http.request: url is "new" and was "gone"',
    ]);
    expect(await play([["a", "new"]], [call("a")], { result: ["a", "new"] })).toEqual([
      'http.request is called once more than it was, with {"url":"new"}',
    ]);
    expect(await play([["a"]], [call("a"), call("gone")], { result: ["a"] })).toEqual([
      'http.request is not called any more, with {"url":"gone"}',
    ]);
  });
});
