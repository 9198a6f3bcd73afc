import { describe, expect, it } from "vitest";
import { testCatalog } from "../../testing/test-catalog.ts";
import { check } from "../check.ts";
import { findings, graph, node } from "../../testing/make-graph.ts";

const reads = (id: string, expression: string, more: Parameters<typeof node>[3] = {}): ReturnType<typeof node> =>
  node(id, "control.set", { fields: { v: `{{ ${expression} }}` } }, more);

describe("references", () => {
  it("reach the trigger, what ran before, loops' variables and what ran before the loop", () => {
    const value = graph(
      [
        node("a"),
        node("loop", "control.forEach", { items: "{{ a.body }}", as: "item", collect: "{{ b.v + item }}" }),
        reads("b", "[input, a, item]", { parent: "loop" }),
        reads("c", "loop.length", { parent: "loop" }),
      ],
      "input > a, a > loop",
    );
    value.nodes[4] = reads("c", "b.v", { parent: "loop" });
    value.edges.push({ id: "x", source: "b", target: "c" });
    expect(findings(value)).toEqual([]);
  });

  it("suggest the nearest name", () => {
    const value = graph([node("customer"), reads("a", "custmer.body")], "input > customer, customer > a");
    expect(check(value, testCatalog)).toMatchObject([
      {
        code: "unknown-reference",
        message: "Nothing here is called `custmer`.",
        hint: "Did you mean `customer`?",
        excerpt: { text: "{{ custmer.body }}", start: 3, end: 10 },
      },
    ]);
  });

  it("list what can be read when nothing is near", () => {
    const [diagnostic] = check(graph([reads("a", "process.env")], "input > a"), testCatalog);
    expect(diagnostic?.hint).toBe("What can be read here: `input`.");
  });

  it("do not see nodes beside them, after them, or themselves", () => {
    const value = graph(
      [reads("a", "b"), reads("b", "b"), reads("c", "a"), reads("d", "e"), reads("e", "1")],
      "input > a, input > b, input > c, input > d, d > e",
    );
    expect(findings(value)).toEqual([
      "not-yet-run-reference at a.fields.v: `b` has not necessarily run when `a` starts.",
      "not-yet-run-reference at b.fields.v: `b` reads its own output, which does not exist yet.",
      "not-yet-run-reference at c.fields.v: `a` has not necessarily run when `c` starts.",
      "not-yet-run-reference at d.fields.v: `e` has not necessarily run when `d` starts.",
    ]);
  });

  it("do not reach into containers, and containers' own fields do not see the body", () => {
    const value = graph(
      [
        node("loop", "control.forEach", { items: "{{ b }}", as: "item" }),
        reads("b", "1", { parent: "loop" }),
        reads("c", "b"),
        reads("d", "item"),
        reads("e", "loop"),
      ],
      "input > loop, loop > c, loop > d, loop > e",
    );
    expect(findings(value)).toEqual([
      "reference-into-container at loop.items: `b` is inside `loop` and cannot be read outside it.",
      "reference-into-container at c.fields.v: `b` is inside `loop` and cannot be read outside it.",
      "unknown-reference at d.fields.v: Nothing here is called `item`.",
      "no-output-reference at e.fields.v: `loop` has no output to read (it is a `control.forEach`).",
    ]);
  });

  it("let `until` see the body", () => {
    const value = graph(
      [
        node("poll", "control.repeat", { until: "status.body.done === true", max: 3 }),
        node("status", "http.request", { url: "x" }, { parent: "poll" }),
      ],
      "input > poll",
    );
    expect(findings(value)).toEqual([]);
  });

  it("need an output of a node that runs", () => {
    const value = graph(
      [
        node("c", "control.if", { when: "input.x" }),
        node("off", "http.request", {}, { disabled: true }),
        reads("a", "c"),
        reads("b", "off"),
        reads("d", "loose"),
        node("loose"),
      ],
      "input > c, c.true > a, c.true > off, off > b, c.true > d",
    );
    expect(findings(value)).toEqual([
      "loose-node at loose: `loose` is not connected to the trigger, so it never runs.",
      "no-output-reference at a.fields.v: `c` has no output to read (it is a `control.if`).",
      "disabled-reference at b.fields.v: `off` is disabled, so it has no output.",
      "loose-reference at d.fields.v: `loose` is not connected to the trigger, so it never runs.",
    ]);
  });

  it("see a caught error behind the error port only, and after the branches joined", () => {
    const value = graph(
      [
        node("order"),
        reads("failed", "orderError.message"),
        reads("fine", "orderError"),
        reads("joined", "orderError?.message"),
        node("plain"),
        reads("after", "plainError"),
      ],
      "input > order, order.error > failed, order > fine, failed > joined, fine > joined, input > plain, plain > after",
    );
    expect(findings(value)).toEqual([
      "error-reference-unavailable at fine.fields.v: `orderError` is only there after the error port of `order`.",
      "error-reference-unavailable at after.fields.v: `plainError` does not exist: nothing is connected to the error port of `plain`.",
    ]);
  });

  it("see through an edge that is never live what is waited for, but not what excludes their node", () => {
    const nodes = [node("a"), node("off", "http.request", {}, { disabled: true }), node("c", "control.if", { when: "input.x" })];
    const wires = "off.error > b, b > d, c.false > d";
    const value = graph([...nodes, reads("b", "a.body"), reads("d", "a.body")], `input > a, input > c, a > off, c.true > b, ${wires}`);
    expect(findings(value)).toEqual([]);
    const apart = graph([...nodes, reads("b", "a.body"), reads("d", "a?.body")], `input > c, c.true > a, a > off, c.false > b, ${wires}`);
    expect(findings(apart)).toEqual([
      "not-yet-run-reference at b.fields.v: `a` has not necessarily run when `b` starts.",
      "not-yet-run-reference at d.fields.v: `a` has not necessarily run when `d` starts.",
    ]);
  });

  it("leave parameters of arrow functions alone", () => {
    expect(findings(graph([reads("a", "input.list.map((customer) => customer.id)")], "input > a"))).toEqual([]);
  });
});
