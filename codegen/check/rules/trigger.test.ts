import { expect, it } from "vitest";
import { findings, graph, node } from "../../testing/make-graph.ts";

it("asks for a trigger", () => {
  expect(findings({ weft: 1, name: "flow", nodes: [], edges: [] })).toEqual(["missing-trigger at document: The workflow has no trigger."]);
});

it("refuses a second trigger, a disabled one, and one in a container", () => {
  expect(findings(graph([node("again", "trigger", { on: "manual" })]))).toEqual([
    "several-triggers at again: `again` is a second trigger; `input` is the first.",
  ]);
  const disabled = graph([]);
  disabled.nodes[0] = node("input", "trigger", { on: "manual" }, { disabled: true });
  expect(findings(disabled)).toEqual(["disabled-trigger at input: The trigger `input` is disabled."]);
  const inside = graph([node("loop", "control.repeat", { until: "true", max: 1 })]);
  inside.nodes[0] = node("input", "trigger", { on: "manual" }, { parent: "loop" });
  expect(findings(inside)).toContain("trigger-in-container at input: The trigger `input` is inside `loop`.");
});
