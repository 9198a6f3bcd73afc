import { expect, it } from "vitest";
import { codes, findings, graph, node } from "../../testing/make-graph.ts";

it("warns of nodes that the trigger does not lead to, but not of what is inside them, nor of notes", () => {
  const value = graph([
    node("loop", "control.repeat", { until: "nonsense(", max: 1 }),
    node("inner", "http.request", {}, { parent: "loop" }),
    node("memo", "note", { text: "x" }),
  ]);
  expect(findings(value)).toEqual(["loose-node at loop: `loop` is not connected to the trigger, so it never runs."]);
});

it("takes a node behind a disabled one for connected", () => {
  expect(codes(graph([node("off", "http.request", {}, { disabled: true }), node("a")], "input > off, off > a"))).toEqual([]);
});
