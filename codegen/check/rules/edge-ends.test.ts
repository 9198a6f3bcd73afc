import { expect, it } from "vitest";
import { findings, graph, node } from "../../testing/make-graph.ts";

it("refuses edges to nowhere, into the trigger, to notes and through walls", () => {
  const value = graph(
    [
      node("order"),
      node("note", "note", { text: "x" }),
      node("loop", "control.repeat", { until: "true", max: 1 }),
      node("inner", "http.request", { url: "x" }, { parent: "loop" }),
    ],
    "input > order, order > ordr, order > input, order > note, order > inner, input > loop",
  );
  expect(findings(value)).toEqual([
    "unknown-edge-end at e2: The target of the edge `e2` is `ordr`, which does not exist.",
    "edge-into-trigger at e3: The edge from `order` leads into the trigger `input`.",
    "edge-on-note at e4: An edge is connected to the note `note`.",
    "edge-crosses-container at e5: The edge from `order` to `inner` crosses the wall of a container.",
  ]);
});
