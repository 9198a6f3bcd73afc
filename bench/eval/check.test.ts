import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Graph, GraphNode } from "../../codegen/schema/graph.ts";
import { evalCase, evalFile } from "./case.ts";
import type { EvalCase } from "./case.ts";
import { checkGraph } from "./check-graph.ts";
import { checkRun } from "./check-run.ts";
import { findMismatch } from "./match-partial.ts";
import { printReport, summarize } from "./summarize.ts";

/** The checker is what says whether a model is good: it is held to graphs and runs that a person made, right and wrong. */

const { graphs, cases } = evalFile.parse(JSON.parse(readFileSync(join(import.meta.dirname, "prompts.json"), "utf8")));

describe("the prompts", () => {
  it("are sixty or more, each of a name of its own, and each looks at something", () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    expect(cases.filter(({ graph }) => graph !== undefined && !Object.hasOwn(graphs, graph))).toEqual([]);
    const looks = ({ expect: { refuses, trigger, ...rest }, runs }: EvalCase): boolean =>
      refuses || trigger !== undefined || runs.length > 0 || Object.values(rest).some((part) => Array.isArray(part) && part.length > 0);
    const idle = cases.filter((one) => !looks(one));
    expect(idle).toEqual([]);
  });

  it("are of every sort: new ones, changes, runs, refusals", () => {
    const count = (is: (one: EvalCase) => boolean): number => cases.filter(is).length;
    expect(count(({ graph }) => graph !== undefined)).toBeGreaterThanOrEqual(12);
    expect(count(({ runs }) => runs.length > 0)).toBeGreaterThanOrEqual(40);
    expect(count(({ expect: { refuses } }) => refuses)).toBeGreaterThanOrEqual(2);
  });

  it.each(cases.filter(({ graph }) => graph !== undefined).map((one) => [one.id, one] as const))(
    "ask for a change where the document is not right yet: %s",
    (_, one) => {
      const before = graphs[one.graph ?? ""];
      const problems = before === undefined ? [] : checkGraph(before, one.expect, before);
      // What is checked by a run alone is right in form already.
      expect(problems.length > 0 || one.runs.length > 0).toBe(true);
    },
  );
});

const node = (id: string, kind: string, more: Partial<GraphNode> = {}): GraphNode => ({ id, kind, ...more });
const edge = (source: string, target: string, port?: string) => ({
  id: `${source}-${target}`,
  source,
  target,
  ...(port === undefined ? {} : { port }),
});
const good: Graph = {
  weft: 1,
  name: "orders",
  nodes: [
    node("input", "trigger", { config: { on: "http", respond: "async" } }),
    node("isBig", "control.if", { config: { when: "input.body.total > 500" } }),
    node("ask", "control.approval", { config: { message: "May we?" } }),
    node("tell", "slack.sendMessage", { config: { channel: "#sales", text: "Yes" }, policy: { retries: 3 } }),
    node("each", "control.forEach", { config: { items: "{{ input.body.lines }}", as: "line" } }),
    node("log", "http.request", { parent: "each", config: { url: "https://log.example.com" } }),
  ],
  edges: [edge("input", "isBig"), edge("isBig", "ask", "true"), edge("ask", "tell", "approved"), edge("isBig", "each", "false")],
};
const expectation = (json: object): EvalCase["expect"] => evalCase.parse({ id: "a", prompt: "a", expect: json }).expect;

describe("a good graph", () => {
  it.each<[string, object]>([
    ["the trigger", { trigger: { on: "http" } }],
    ["kinds, one of several, and all of a service", { kinds: ["slack.sendMessage", "discord.sendMessage|slack.sendMessage", "http.*"] }],
    ["what must not be there", { without: ["code", "discord.*"] }],
    ["a path over other nodes", { paths: [["trigger", "slack.sendMessage"]] }],
    ["a path by a port", { paths: [["control.approval#approved", "slack.sendMessage"]] }],
    ["a path into a container", { paths: [["control.if#false", "http.request"]] }],
    ["what is inside a container", { inside: [["http.request", "control.forEach"]] }],
    ["a part of a config", { config: [{ kind: "slack.sendMessage", match: { channel: "/^#sales$/" } }] }],
    ["a policy", { policy: [{ kind: "slack.sendMessage", match: { retries: 3 } }] }],
    ["what stayed", { kept: ["tell", "log"] }],
  ])("has %s", (_, json) => {
    expect(checkGraph(good, expectation(json), good)).toEqual([]);
  });
});

describe("a bad graph", () => {
  const moved: Graph = { ...good, nodes: good.nodes.map((one) => (one.id === "tell" ? { ...one, position: { x: 9, y: 9 } } : one)) };
  const changed: Graph = { ...good, nodes: good.nodes.map((one) => (one.id === "tell" ? { ...one, label: "Other" } : one)) };

  it.each<[string, object, Graph, string]>([
    ["another trigger", { trigger: { on: "schedule" } }, good, 'trigger: on is "http", not "schedule"'],
    ["no such kind", { kinds: ["discord.sendMessage"] }, good, "there is no discord.sendMessage"],
    ["what must not be there", { without: ["slack.*"] }, good, "there is a slack.*"],
    [
      "no path that way round",
      { paths: [["slack.sendMessage", "control.approval"]] },
      good,
      "nothing leads from slack.sendMessage to control.approval",
    ],
    [
      "a path by another port",
      { paths: [["control.approval#rejected", "slack.sendMessage"]] },
      good,
      "nothing leads from control.approval#rejected to slack.sendMessage",
    ],
    [
      "a node beside the container",
      { inside: [["slack.sendMessage", "control.forEach"]] },
      good,
      "no slack.sendMessage is inside a control.forEach",
    ],
    [
      "another config",
      { config: [{ kind: "slack.sendMessage", match: { channel: "#ops" } }] },
      good,
      'slack.sendMessage: channel is "#sales", not "#ops"',
    ],
    [
      "no policy",
      { policy: [{ kind: "http.request", match: { retries: 3 } }] },
      good,
      "the policy of http.request: retries is undefined, not 3",
    ],
    ["a node that was to stay", { kept: ["tell"] }, changed, "tell is not as it was"],
    ["too many nodes", { mostNodes: 5 }, good, "it has 6 nodes, more than 5"],
  ])("has %s", (_, json, graph, problem) => {
    expect(checkGraph(graph, expectation(json), good)).toEqual([problem]);
  });

  it("is not one for where its nodes stand", () => {
    expect(checkGraph(moved, expectation({ kept: ["tell"] }), good)).toEqual([]);
  });
});

describe("a run", () => {
  const calls = [
    { to: "POST https://slack.com/api/chat.postMessage", body: { channel: "#sales", text: "Ada" }, problems: [] },
    { to: "GET https://log.example.com/", body: "", problems: [] },
  ];
  const ran = { status: "completed", result: { ok: true }, error: undefined, calls };
  const wanted = (json: object) =>
    evalCase.parse({ id: "a", prompt: "a", expect: {}, runs: [{ expect: json }] }).runs[0]?.expect ?? {
      status: "completed" as const,
      called: [],
      notCalled: [],
    };

  it.each<[string, object]>([
    ["called what it should", { called: [{ to: "chat.postMessage", body: { text: "/Ad/" }, times: 1 }] }],
    ["called nothing else", { notCalled: ["discord.com"] }],
    ["gave the result", { result: { ok: true } }],
  ])("is right when it %s", (_, json) => {
    expect(checkRun(ran, wanted(json))).toEqual([]);
  });

  it.each<[string, object, string]>([
    [
      "called with something else",
      { called: [{ to: "chat.postMessage", body: { text: "Bob" } }] },
      'chat.postMessage was called, but text is "Ada", not "Bob"',
    ],
    [
      "did not call",
      { called: [{ to: "discord.com" }] },
      "discord.com was not called; there was POST https://slack.com/api/chat.postMessage, GET https://log.example.com/",
    ],
    ["called too often", { called: [{ to: "https://", times: 1 }] }, "https:// was called 2 times, not 1"],
    ["called what it should not", { notCalled: ["slack.com"] }, "slack.com was called"],
    ["ended otherwise", { status: "failed" }, "the run completed, and should have failed"],
    ["gave something else", { result: { ok: false } }, "the result: ok is true, not false"],
  ])("is wrong when it %s", (_, json, problem) => {
    expect(checkRun(ran, wanted(json))).toEqual([problem]);
  });

  it("says why it failed", () => {
    expect(checkRun({ ...ran, status: "failed", error: "No." }, wanted({}))).toEqual(["the run failed: No., and should have completed"]);
  });
});

it("compares in part, and lists whatever their order", () => {
  expect(findMismatch({ a: [1, { b: "xyz", c: 2 }], d: 3 }, { a: [{ b: "/Y/i" }] })).toBeUndefined();
  expect(findMismatch({ a: [1] }, { a: [2] })).toBe("a has no 2");
  expect(findMismatch({ a: 1 }, { a: "1" })).toBe('a is 1, not "1"');
  expect(findMismatch(null, { a: 1 })).toBe("it is null, no object");
});

it("reports passes, repairs, tokens, seconds and cost", () => {
  const use = { inputTokens: 900, outputTokens: 100, dollars: 0.01, requests: 1, estimated: false };
  const one = { id: "one", passed: true, problems: [], compiles: true, repairs: 0, rejected: 0, seconds: 2, use };
  const two = { ...one, id: "two", passed: false, problems: ["there is no code"], repairs: 2, seconds: 6, use: { ...use, dollars: null } };
  expect(summarize([one, two])).toEqual({
    cases: 2,
    passed: 1,
    compiled: 2,
    atOnce: 1,
    repairs: 2,
    inputTokens: 1_800,
    outputTokens: 200,
    dollars: 0.01,
    medianSeconds: 6,
    slowestSeconds: 6,
  });
  expect(printReport("m", [one, two]).split("\n")).toEqual([
    "case  result  repairs    tokens   seconds       cost",
    "one   pass          0      1000       2.0    $0.0100",
    "two   FAIL          2      1000       6.0          -",
    "  there is no code",
    "",
    "m: passed 1 of 2 (50 %), 1 of 2 (50 %) without a repair; compiled 2 of 2 (100 %)",
    "2 repairs, 1800 tokens in and 200 out, $0.0100, 6 s at the median, 6 s at most",
  ]);
});
