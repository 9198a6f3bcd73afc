import { describe, expect, it } from "vitest";
import type { Graph, GraphNode } from "../../../codegen/schema/graph.ts";
import { diffGraphs, isLayoutOnly } from "./diff-graphs.ts";

const order: GraphNode = {
  id: "order",
  kind: "http.request",
  label: "Fetch",
  config: { url: "https://a.example", method: "GET" },
  position: { x: 0, y: 0 },
};
const alert: GraphNode = { id: "alert", kind: "slack.sendMessage", config: { text: "Hello" } };

function graphOf(nodes: GraphNode[], edges: [string, string][] = []): Graph {
  return { weft: 1, name: "sample", nodes, edges: edges.map(([source, target], at) => ({ id: `e${at}`, source, target })) };
}

describe("diffGraphs", () => {
  it("finds nothing between a graph and itself", () => {
    const diff = diffGraphs(graphOf([order, alert], [["order", "alert"]]), graphOf([order, alert], [["order", "alert"]]));
    expect(diff).toEqual({ added: [], removed: [], changed: [], connected: [], disconnected: [], fields: [], moved: 0 });
  });

  it("tells added, removed and changed nodes, and each changed field", () => {
    const changed = { ...order, label: "Fetch the order", config: { url: "https://b.example", method: "GET" } };
    const diff = diffGraphs(graphOf([order, alert]), graphOf([changed, { id: "log", kind: "code" }]));
    expect(diff.added.map((node) => node.id)).toEqual(["log"]);
    expect(diff.removed.map((node) => node.id)).toEqual(["alert"]);
    expect(diff.changed).toEqual([
      {
        node: changed,
        renamedFrom: undefined,
        fields: [
          { field: "label", before: "Fetch", after: "Fetch the order" },
          { field: "config.url", before: "https://a.example", after: "https://b.example" },
        ],
      },
    ]);
  });

  it("takes a node that only has another id for renamed, its edges with it", () => {
    const diff = diffGraphs(
      graphOf([order, alert], [["order", "alert"]]),
      graphOf([order, { ...alert, id: "notify" }], [["order", "notify"]]),
    );
    expect(diff.changed.map(({ node, renamedFrom }) => `${renamedFrom} → ${node.id}`)).toEqual(["alert → notify"]);
    expect(diff).toMatchObject({ added: [], removed: [], connected: [], disconnected: [] });
  });

  it("tells which edges came and went, whatever their ids", () => {
    const before = graphOf([order, alert], [["order", "alert"]]);
    const after: Graph = { ...before, edges: [{ id: "x", source: "order", port: "error", target: "alert" }] };
    const diff = diffGraphs(before, after);
    expect(diff.connected).toEqual([{ id: "x", source: "order", port: "error", target: "alert" }]);
    expect(diff.disconnected).toEqual([{ id: "e0", source: "order", target: "alert" }]);
  });

  it("counts moved nodes apart: no run notices", () => {
    const diff = diffGraphs(graphOf([order]), graphOf([{ ...order, position: { x: 40, y: 0 }, collapsed: true }]));
    expect(diff.moved).toBe(1);
    expect(isLayoutOnly(diff)).toBe(true);
  });

  it("tells a change of the workflow's own fields", () => {
    const diff = diffGraphs(graphOf([]), { ...graphOf([]), title: "Sample" });
    expect(diff.fields).toEqual([{ field: "title", before: undefined, after: "Sample" }]);
    expect(isLayoutOnly(diff)).toBe(false);
  });
});
