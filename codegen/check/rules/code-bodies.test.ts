import { expect, it } from "vitest";
import { testCatalog } from "../../testing/test-catalog.ts";
import { check } from "../check.ts";
import { graph, node } from "../../testing/make-graph.ts";

it("reports what the caller's parser says, at its place", () => {
  const value = graph([node("a", "code", { source: "return )" })], "input > a");
  const parseCode = (): { message: string; start: number; end: number } => ({ message: "Expression expected.", start: 7, end: 8 });
  expect(check(value, testCatalog, { parseCode })).toEqual([
    {
      code: "invalid-code",
      severity: "error",
      message: "The code of `a` does not parse: Expression expected.",
      hint: "Write the body of an async function in TypeScript; hand its result back with `return`.",
      location: { node: "a", path: ["source"] },
      excerpt: { text: "return )", start: 7, end: 8 },
    },
  ]);
});
