import { expect, it } from "vitest";
import { findings, graph, node } from "../../testing/make-graph.ts";

it("refuses ports that a node does not have", () => {
  const value = graph(
    [node("c", "control.if", { when: "input.x" }), node("a"), node("end", "control.return", {}), node("b")],
    "input > c, c > a, c.maybe > a, c.true > end, c.false > b, end > b",
  );
  expect(findings(value).filter((text) => text.startsWith("unknown-port"))).toEqual([
    "unknown-port at e2: `c` has no port `out`.",
    "unknown-port at e3: `c` has no port `maybe`.",
    "unknown-port at e6: `end` has no ports, so no edge can leave it.",
  ]);
});

it("knows a switch by its cases, and steps and containers by their errors", () => {
  const value = graph(
    [
      node("s", "control.switch", { cases: [{ port: "gold one", when: "input.x" }] }),
      node("a"),
      node("loop", "control.repeat", { until: "true", max: 1 }),
      node("inner", "http.request", { url: "x" }, { parent: "loop" }),
    ],
    [
      { id: "e1", source: "input", target: "s" },
      { id: "e2", source: "s", port: "gold one", target: "a" },
      { id: "e3", source: "s", port: "default", target: "loop" },
      { id: "e4", source: "loop", port: "error", target: "a" },
    ],
  );
  expect(findings(value)).toEqual([]);
});

it("warns of a timeout that never comes", () => {
  const value = graph([node("wait", "control.waitForEvent", {}), node("a")], "input > wait, wait.timeout > a");
  expect(findings(value)).toEqual(["port-never-chosen at e2: `wait` has no timeout, so its port `timeout` is never chosen."]);
});
