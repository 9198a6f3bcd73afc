import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { check } from "../check/check.ts";
import type { CallStatement, Statement, WorkflowIr } from "../ir/ir.ts";
import { lower } from "../lower/lower.ts";
import { graphSchema } from "../schema/graph.ts";
import type { Graph } from "../schema/graph.ts";
import { draw } from "../testing/draw.ts";
import { testCatalog } from "../testing/test-catalog.ts";
import { raise } from "./raise.ts";

const fixtures = new URL("../fixtures/", import.meta.url);

function edgesOf(graph: Graph): string[] {
  return graph.edges.map(({ source, port, target }) => `${source}${port === undefined ? "" : `.${port}`} > ${target}`);
}

function call(id: string): CallStatement {
  return { kind: "call", node: { id, label: "" }, action: "http.request", config: { url: `https://example.com/${id}` }, catches: false };
}

function program(...body: Statement[]): WorkflowIr {
  const trigger = { node: { id: "input", label: "" }, config: { on: "manual" } };
  return { name: "sketch", title: "", description: "", trigger, body };
}

const when = (id: string): Statement => ({
  kind: "decide",
  node: { id, label: "" },
  type: "if",
  choices: [{ port: "true", when: "input.f0 === true" }, { port: "false" }],
});

describe("raise", () => {
  it("draws only the edges that add something", () => {
    const graph = draw("a, b, c", "input > a > b > c, a > c, input > c");
    expect(edgesOf(raise(lower(graph, testCatalog), testCatalog))).toEqual(["input > a", "a > b", "b > c"]);
  });

  it("leads on from what is left of a port behind an arm that returns, whatever ran beside", () => {
    const wires = "input > order, order > stock, stock > n, beside > n, n.error > end, n > sleep, order.error > refund";
    const graph = draw("order, beside, stock, n, refund, sleep, end:return, off:off", `input > beside > off, off.error > refund, ${wires}`);
    graph.edges = graph.edges.map((edge) =>
      edge.source === "beside" && edge.target === "n" ? { ...edge, source: "off", port: "error" } : edge,
    );
    const program = lower(graph, testCatalog);
    const raised = raise(program, testCatalog);
    expect(edgesOf(raised)).toContain("n > sleep");
    expect(edgesOf(raised)).not.toContain("order > sleep");
    expect(check(raised, testCatalog)).toEqual([]);
    expect(lower(raised, testCatalog)).toEqual(program);
  });

  it("goes on from the other arm after an arm that returns", () => {
    const end: Statement = { kind: "return", node: { id: "", label: "" } };
    const branch: Statement = {
      kind: "branch",
      decision: "c",
      arms: [
        { port: "true", body: [end] },
        { port: "false", body: [] },
      ],
    };
    expect(edgesOf(raise(program(when("c"), branch, call("a")), testCatalog))).toEqual(["input > c", "c.true > result1", "c.false > a"]);
  });

  it("waits by an empty step where edges can't say that a place follows what doesn't lead to it", () => {
    const branch: Statement = {
      kind: "branch",
      decision: "c",
      arms: [
        { port: "true", body: [call("b")] },
        { port: "false", body: [] },
      ],
    };
    const graph = raise(program(when("c"), call("a"), branch), testCatalog);
    expect(edgesOf(graph)).toEqual(["input > c", "c.true > a", "c.false > a", "c.true > b", "a > ignored1", "ignored1.error > b"]);
    expect(graph.nodes.find((node) => node.id === "ignored1")).toMatchObject({ kind: "code", disabled: true });
    expect(lower(graph, testCatalog)).toEqual(program(when("c"), call("a"), branch));
  });

  it("leads a caught failure that nothing needs to an empty step", () => {
    const graph = raise(program({ ...call("a"), catches: true }), testCatalog);
    expect(edgesOf(graph)).toEqual(["input > a", "a.error > ignored1"]);
    expect(lower(graph, testCatalog).body).toEqual([{ ...call("a"), catches: true }]);
  });

  it("lays nodes out by their distance from the start when there is no base", () => {
    const graph = raise(program(call("a"), { kind: "parallel", arms: [[call("b")], [call("c")]] }), testCatalog);
    expect(graph.nodes.map(({ id, position }) => [id, position])).toEqual([
      ["input", { x: 0, y: 0 }],
      ["a", { x: 280, y: 0 }],
      ["b", { x: 560, y: 0 }],
      ["c", { x: 560, y: 140 }],
    ]);
  });
});

describe("raise onto a base", () => {
  it("keeps every edge as drawn, redundant ones too, when only a config changes", () => {
    const base = draw("a, old:off, b, remark:note", "input > a > old > b, a > b, input > b");
    const ir = lower(base, testCatalog);
    const body = ir.body.map((one) =>
      one.kind === "call" && one.node.id === "b" ? { ...one, config: { url: "https://example.com/other" } } : one,
    );
    const expected = structuredClone(base);
    const changed = expected.nodes.find((node) => node.id === "b");
    if (changed) changed.config = { url: "https://example.com/other" };
    expect(raise({ ...ir, body }, testCatalog, base)).toEqual(expected);
  });

  it("keeps the base's text of a value that means the same", () => {
    const base = draw("a, b", "input > a > b");
    const node = base.nodes[2];
    if (node) node.config = { url: "{{a.body   .x}}" };
    const ir = lower(base, testCatalog);
    const body = ir.body.map((one) => (one.kind === "call" && one.node.id === "b" ? { ...one, config: { url: "{{ a.body.x }}" } } : one));
    expect(raise({ ...ir, body }, testCatalog, base)).toEqual(base);
  });

  it("adds a step where the code has it and leaves the rest alone", () => {
    const base = draw("a, b, lost, remark:note", "input > a > b, lost > lost2");
    const { body, ...rest } = lower(base, testCatalog);
    const graph = raise({ ...rest, body: [...body.slice(0, 1), call("extra"), ...body.slice(1)] }, testCatalog, base);
    expect(graph.nodes.map((node) => node.id)).toEqual(["input", "a", "extra", "b", "lost", "remark"]);
    expect(edgesOf(graph)).toEqual(["input > a", "a > b", "a > extra", "extra > b"]);
    expect(lower(graph, testCatalog).body.map((one) => ("node" in one ? one.node?.id : ""))).toEqual(["a", "extra", "b"]);
  });

  it("drops a step that the code no longer has, with its edges", () => {
    const base = draw("a, b, c, old:off", "input > a > b > c, b > old > c");
    const { body, ...rest } = lower(base, testCatalog);
    const graph = raise({ ...rest, body: body.filter((one) => one.kind !== "call" || one.node.id !== "b") }, testCatalog, base);
    expect(graph.nodes.map((node) => node.id)).toEqual(["input", "a", "c", "old"]);
    expect(lower(graph, testCatalog).body.map((one) => ("node" in one ? one.node?.id : ""))).toEqual(["a", "c"]);
  });

  it("finds a node that the code doesn't name by its condition after another was put before it", () => {
    const base = draw("vip:if, gift, end:return", "input > vip.true > gift > end");
    const { body, ...rest } = lower(base, testCatalog);
    const unnamed = body.map((one): Statement =>
      one.kind === "branch" && one.node ? { ...one, decision: "x", node: { id: "x", label: "" } } : one,
    );
    const graph = raise({ ...rest, body: [call("first"), ...unnamed] }, testCatalog, base);
    expect(graph.nodes.map((node) => node.id)).toEqual(["input", "first", "vip", "gift", "end"]);
  });

  it.each(readdirSync(fixtures).filter((name) => !name.startsWith("wrong-")))("gives back the document of the fixture %s", (name) => {
    const graph: Graph = graphSchema.parse(JSON.parse(readFileSync(new URL(`${name}/graph.json`, fixtures), "utf8")));
    expect(raise(lower(graph, testCatalog), testCatalog, graph)).toEqual(graph);
  });
});
