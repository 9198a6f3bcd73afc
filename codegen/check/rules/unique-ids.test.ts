import { expect, it } from "vitest";
import { findings, graph, node } from "../../testing/make-graph.ts";

it("names each repeated id once", () => {
  const value = graph(
    [node("a"), node("a"), node("a")],
    [
      { id: "e1", source: "input", target: "a" },
      { id: "e1", source: "input", port: "out", target: "a" },
    ],
  );
  expect(findings(value)).toEqual([
    "duplicate-id at a: Two nodes are called `a`.",
    "duplicate-edge-id at e1: Two edges have the id `e1`.",
    "duplicate-edge at e1: Two edges join `input` (`out`) and `a`.",
  ]);
});
