import { expect, it } from "vitest";
import { findings, graph, node } from "../../testing/make-graph.ts";

it("warns of a second edge from the same port, written out or not", () => {
  expect(findings(graph([node("a")], "input > a, input.out > a"))).toEqual([
    "duplicate-edge at e2: Two edges join `input` (`out`) and `a`.",
  ]);
});

it("allows two edges on different ports", () => {
  expect(findings(graph([node("c", "control.if", { when: "input.x" }), node("a")], "input > c, c.true > a, c.false > a"))).toEqual([]);
});
