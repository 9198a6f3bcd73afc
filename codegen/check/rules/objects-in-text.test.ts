import { expect, it } from "vitest";
import { findings, graph, node } from "../../testing/make-graph.ts";

it("warns of objects in text where the graph shows them", () => {
  const value = graph(
    [node("order"), node("a", "http.request", { url: "x{{ order }}{{ order.body }}{{ [1] }}{{ { a: 1 } }}", whole: "{{ order }}" })],
    "input > order, order > a",
  );
  expect(findings(value).map((text) => text.split(";")[0])).toEqual([
    "object-in-text at a.url: `order` is an object",
    "object-in-text at a.url: `[1]` is an object",
    "object-in-text at a.url: `{ a: 1 }` is an object",
  ]);
});
