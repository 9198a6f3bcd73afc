import { expect, it } from "vitest";
import { draw } from "./draw.ts";
import { hostileTexts } from "./hostile-texts.ts";
import { makeHostile } from "./make-hostile.ts";

/** What picks each of the texts given, by turns. */
function* pickTexts(...texts: readonly string[]): Generator<number, never> {
  for (;;) for (const text of texts) yield hostileTexts.indexOf(text);
}

it("keeps the members of a shape in order though a number for a name goes first", () => {
  const graph = draw("a", "input > a");
  const properties = { id: { type: "string" }, size: { type: "integer" } };
  const nodes = graph.nodes.map((node) =>
    node.id === "a" ? { ...node, output: { type: "object", properties, required: ["size"] } } : node,
  );
  const made = makeHostile({ ...graph, nodes }, pickTexts("plain", ""));
  const output = made.nodes[1]?.output;
  expect(Object.entries(output?.["properties"] ?? {})).toEqual([
    ["1", { type: "string" }],
    ["plain0", { type: "integer" }],
  ]);
  expect(output?.["required"]).toEqual(["plain0"]);
});
