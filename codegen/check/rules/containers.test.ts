import { expect, it } from "vitest";
import { findings, graph, node } from "../../testing/make-graph.ts";

it("refuses parents that do not exist or hold nothing", () => {
  const value = graph(
    [node("a", "http.request", { url: "x" }, { parent: "gone" }), node("b", "http.request", { url: "x" }, { parent: "c" }), node("c")],
    "input > c",
  );
  expect(findings(value)).toEqual([
    "unknown-parent at a: `a` is inside `gone`, which does not exist.",
    "parent-not-container at b: `b` is inside `c`, but `http.request` holds no nodes.",
  ]);
});

it("prints the whole cycle of containers inside each other, once", () => {
  const repeat = { until: "true", max: 1 };
  const value = graph([
    node("a", "control.repeat", repeat, { parent: "b" }),
    node("b", "control.repeat", repeat, { parent: "a" }),
    node("c", "http.request", { url: "x" }, { parent: "a" }),
  ]);
  expect(findings(value)).toEqual(["parent-cycle at a: These containers are inside each other: `a` → `b` → `a`."]);
});

it("warns of an empty container", () => {
  expect(findings(graph([node("a", "control.repeat", { until: "true", max: 1 })], "input > a"))).toEqual([
    "empty-container at a: Nothing is inside `a`.",
  ]);
});
