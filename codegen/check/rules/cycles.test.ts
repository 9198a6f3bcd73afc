import { expect, it } from "vitest";
import { findings, graph, node } from "../../testing/make-graph.ts";

const nodes = ["a", "b", "c", "d"].map((id) => node(id));

it("prints the whole cycle in the direction of its edges", () => {
  expect(findings(graph(nodes, "input > a, a > b, b > c, c > a, c > d"))).toEqual([
    "cycle at a: These nodes wait for each other: `a` → `b` → `c` → `a`.",
  ]);
});

it("reports a node that waits for itself, and each cycle apart", () => {
  const found = findings(graph(nodes, "input > a, a > a, input > b, b > c, c > b, c > d"));
  expect(found).toEqual([
    "cycle at a: These nodes wait for each other: `a` → `a`.",
    "cycle at b: These nodes wait for each other: `b` → `c` → `b`.",
  ]);
});
