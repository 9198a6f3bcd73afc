import { expect, it } from "vitest";
import { findings, graph, node } from "../../testing/make-graph.ts";

it("accepts words that only other languages reserve", () => {
  expect(findings(graph([node("async"), node("of"), node("request")], "input > async, input > of, input > request"))).toEqual([]);
});

it("refuses what is no identifier, in every place that names something", () => {
  const value = graph(
    [
      node("My node"),
      node("loop", "control.forEach", { items: [], as: "an item" }),
      node("inner", "http.request", { url: "x" }, { parent: "loop" }),
      node("work", "code", { source: "return 1", inputs: { "a b": 1, fine_1: 2 } }),
    ],
    "input > My node, input > loop, input > work",
  );
  value.name = "order-alert";
  expect(findings(value)).toEqual([
    "invalid-identifier at document.name: `order-alert` cannot be the name of a workflow.",
    "invalid-identifier at My node: `My node` cannot be the name of a node.",
    "invalid-identifier at loop.as: `an item` cannot be the name of a loop's variable.",
    "invalid-identifier at work.inputs.a b: `a b` cannot be the name of an input.",
  ]);
});

it("refuses words that the generated code needs", () => {
  const value = graph(
    [node("switch"), node("round"), node("work", "code", { source: "", inputs: { await: 1 } })],
    "input > switch, input > round, input > work",
  );
  value.name = "trigger";
  expect(findings(value)).toEqual([
    "reserved-identifier at document.name: `trigger` cannot be the name of a workflow: the generated code needs that word.",
    "reserved-identifier at switch: `switch` cannot be the name of a node: the generated code needs that word.",
    "reserved-identifier at round: `round` cannot be the name of a node: the generated code needs that word.",
    "reserved-identifier at work.inputs.await: `await` cannot be the name of an input: the generated code needs that word.",
  ]);
});

it("refuses a loop's variable that takers-out of types cannot read", () => {
  const loop = node("loop", "control.forEach", { items: [1], as: "of" });
  expect(findings(graph([loop, { ...node("inside"), parent: "loop" }], "input > loop"))).toEqual([
    "reserved-identifier at loop.as: `of` cannot be the name of a loop's variable: the generated code needs that word.",
  ]);
});
