import { expect, it } from "vitest";
import { findings, graph, node } from "../../testing/make-graph.ts";

it("keeps the name of a caught error free", () => {
  expect(
    findings(graph([node("order"), node("orderError"), node("tell")], "input > order, input > orderError, order.error > tell")),
  ).toEqual(["error-name-conflict at orderError: The node `orderError` has the name under which the error of `order` is read."]);
});

it("leaves the name to a node when the error is not caught", () => {
  expect(findings(graph([node("order"), node("orderError")], "input > order, input > orderError"))).toEqual([]);
});
