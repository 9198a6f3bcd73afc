import type { Graph, GraphNode } from "../schema/graph.ts";
import type { Json } from "../schema/json.ts";

const kinds: Readonly<Record<string, { kind: string; config: Record<string, Json> }>> = {
  if: { kind: "control.if", config: { when: "input.f0 === true" } },
  approval: { kind: "control.approval", config: { message: "Go?" } },
  set: { kind: "control.set", config: { fields: { one: 1 } } },
  return: { kind: "control.return", config: {} },
  fail: { kind: "control.fail", config: { message: "no" } },
  each: { kind: "control.forEach", config: { items: [1, 2], as: "item" } },
  note: { kind: "note", config: { text: "hello" } },
  switch: {
    kind: "control.switch",
    config: {
      cases: [
        { port: "gold", when: "input.f0 === true" },
        { port: "silver", when: "input.f1 === true" },
      ],
    },
  },
};

/**
 * A graph from a sketch: `"vip:if, gift, each:each, each/line, old:off"` are its nodes (steps unless a kind is named; `parent/child`),
 * `"input > vip > gift, vip.false > card"` its edges. The trigger is `input`.
 */
export function draw(nodes: string, edges: string): Graph {
  const graph: Graph = { weft: 1, name: "sketch", nodes: [{ id: "input", kind: "trigger", config: { on: "manual" } }], edges: [] };
  for (const word of nodes.split(/,\s*/)) {
    const [path = "", kind = ""] = word.split(":");
    const [id = "", parent] = path.split("/").reverse();
    const known = kinds[kind] ?? { kind: "http.request", config: { url: `https://example.com/${id}` } };
    const node: GraphNode = { id, kind: known.kind, config: structuredClone(known.config) };
    if (parent !== undefined) node.parent = parent;
    if (kind === "off") node.disabled = true;
    graph.nodes.push(node);
  }
  for (const chain of edges.split(/,\s*/)) {
    const stops = chain.split(/\s*>\s*/);
    for (const [index, target] of stops.slice(1).entries()) {
      const [source = "", port] = (stops[index] ?? "").split(".");
      const id = `e${graph.edges.length + 1}`;
      graph.edges.push(port === undefined ? { id, source, target: bare(target) } : { id, source, port, target: bare(target) });
    }
  }
  return graph;
}

/** A stop inside a chain may name the port it is left by. */
function bare(stop: string): string {
  return stop.split(".")[0] ?? "";
}
