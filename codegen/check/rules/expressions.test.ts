import { expect, it } from "vitest";
import { testCatalog } from "../../testing/test-catalog.ts";
import { check } from "../check.ts";
import { findings, graph, node } from "../../testing/make-graph.ts";

it("points into the text of the field", () => {
  const value = graph([node("a", "http.request", { url: "https://x/{{ input.id == 1 }}", headers: { b: "{{ input." } })], "input > a");
  expect(check(value, testCatalog)).toMatchObject([
    {
      code: "expression-not-allowed",
      location: { node: "a", path: ["url"] },
      excerpt: { start: 22, end: 24 },
      message: "The expression uses what is not allowed: `==`.",
    },
    { code: "expression-syntax", location: { node: "a", path: ["headers", "b"] }, excerpt: { start: 9, end: 9 } },
  ]);
});

it("reads `when` and `until` as bare expressions, and sources and trigger texts not at all", () => {
  const value = graph(
    [node("a", "code", { source: "return {{ a" }), node("c", "control.if", { when: "{{ input }}" })],
    "input > a, input > c",
  );
  value.nodes[0] = node("input", "trigger", { on: "event", service: "{{", event: "{{ x" });
  expect(findings(value)).toEqual(["expression-syntax at c.when: The expression does not parse: braces stand around it."]);
});
