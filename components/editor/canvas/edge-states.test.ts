import { describe, expect, it } from "vitest";
import type { Graph } from "../../../codegen/schema/graph.ts";
import type { Status } from "../../ui/run-status.tsx";
import type { NodeRun } from "../screen.ts";
import { readEdgeStates } from "./edge-states.ts";

const graph: Graph = {
  weft: 1,
  name: "test",
  nodes: [
    { id: "input", kind: "trigger" },
    { id: "isVip", kind: "control.if" },
    { id: "alert", kind: "http.request" },
    { id: "done", kind: "control.return" },
    { id: "sorry", kind: "control.return" },
  ],
  edges: [
    { id: "start", source: "input", target: "isVip" },
    { id: "yes", source: "isVip", port: "true", target: "alert" },
    { id: "after", source: "alert", target: "done" },
    { id: "failed", source: "alert", port: "error", target: "sorry" },
    { id: "no", source: "isVip", port: "false", target: "done" },
  ],
};

function runsOf(statuses: Record<string, Status>): ReadonlyMap<string, NodeRun> {
  const rest = {
    attempt: 1,
    durationMs: 1,
    calls: { total: 1, done: 1, failed: 0 },
    preview: null,
    error: null,
    until: null,
    reused: false,
  };
  return new Map(Object.entries(statuses).map(([id, status]) => [id, { status, ...rest }]));
}

describe("readEdgeStates", () => {
  it("says nothing without a run", () => {
    expect(readEdgeStates(graph, new Map()).size).toBe(0);
  });

  it("tells the way not taken by what only the other way leads to", () => {
    const states = readEdgeStates(
      graph,
      runsOf({ input: "completed", isVip: "completed", alert: "completed", done: "completed", sorry: "skipped" }),
    );
    expect(Object.fromEntries(states)).toEqual({ start: "taken", yes: "taken", after: "taken", failed: "dead", no: "dead" });
  });

  it("follows the other way when the first was skipped", () => {
    const states = readEdgeStates(
      graph,
      runsOf({ input: "completed", isVip: "completed", alert: "skipped", done: "completed", sorry: "skipped" }),
    );
    expect(Object.fromEntries(states)).toEqual({ start: "taken", yes: "dead", after: "dead", failed: "dead", no: "taken" });
  });

  it("goes on by the error port of what failed", () => {
    const states = readEdgeStates(graph, runsOf({ input: "completed", isVip: "completed", alert: "failed", sorry: "running" }));
    expect(states.get("failed")).toBe("active");
    expect(states.get("after")).toBe("dead");
  });

  it("leaves open what has not happened yet", () => {
    const states = readEdgeStates(graph, runsOf({ input: "completed", isVip: "running" }));
    expect(Object.fromEntries(states)).toEqual({ start: "active" });
  });
});
