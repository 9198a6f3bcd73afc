import { expect, it } from "vitest";
import { check } from "../check.ts";
import { testCatalog } from "../../testing/test-catalog.ts";
import { graph, node } from "../../testing/make-graph.ts";

it("suggests the kind that was probably meant", () => {
  const [diagnostic] = check(graph([node("a", "http.reqest")], "input > a"), testCatalog);
  expect(diagnostic).toMatchObject({
    code: "unknown-kind",
    message: "`a` is of the unknown kind `http.reqest`.",
    hint: "Did you mean `http.request`?",
    location: { node: "a" },
  });
});

it("does not take a property of objects for a kind", () => {
  expect(check(graph([node("a", "__proto__")], "input > a"), testCatalog).map(({ code }) => code)).toEqual(["unknown-kind"]);
});
