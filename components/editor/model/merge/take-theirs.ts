import type { Graph, GraphNode } from "../../../../codegen/schema/graph.ts";
import { nodeSchema } from "../../../../codegen/schema/graph.ts";
import { isContainer, portOf } from "../../../../codegen/schema/node-facts.ts";
import { setDetails } from "../commands/set-details.ts";
import { connect } from "../commands/connect.ts";
import { removeSelection } from "../commands/remove-selection.ts";
import { reparent } from "../commands/reparent.ts";
import { setConfig } from "../commands/set-config.ts";
import { jsonSchema } from "../../../../codegen/schema/json.ts";
import { indexOf } from "../graph-index.ts";
import { selectNodes } from "../selection.ts";
import type { Conflict } from "./merge-graphs.ts";

/** A merged graph with their side of a conflict instead of mine. */
export function takeTheirs(graph: Graph, { node: id, field, theirs, edges = [] }: Conflict): Graph {
  if (id === undefined) return setDetails(graph, { [String(field[0])]: typeof theirs === "string" ? theirs : "" });
  const here = indexOf(graph).nodes.get(id);
  if (field.length === 0 && theirs === undefined) return removeSelection(graph, selectNodes([id])).graph;
  if (field[0] === "parent") return reparent(graph, [id], typeof theirs === "string" ? theirs : undefined).graph;
  if (field[0] === "config" && field.length > 1) {
    const value = jsonSchema.safeParse(theirs);
    return setConfig(graph, id, field.slice(1), value.success ? value.data : undefined);
  }
  const parsed = nodeSchema.safeParse(field.length === 0 ? theirs : setAt(here, field, theirs));
  if (!parsed.success) return graph;
  if (here) return { ...graph, nodes: graph.nodes.map((node) => (node === here ? parsed.data : node)) };
  let next: Graph = { ...graph, nodes: [...graph.nodes, atHome(graph, parsed.data)] };
  for (const edge of edges) next = connect(next, { source: edge.source, port: portOf(edge), target: edge.target });
  return next;
}

/** A node that comes back to where its container may be gone. */
function atHome(graph: Graph, node: GraphNode): GraphNode {
  const container = node.parent === undefined ? undefined : indexOf(graph).nodes.get(node.parent);
  if (node.parent === undefined || (container && isContainer(container))) return node;
  const { parent: _gone, ...rest } = node;
  return rest;
}

function setAt(target: unknown, [step, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (step === undefined) return value;
  const entries = Object.entries(target !== null && typeof target === "object" ? target : {});
  const inner = setAt(new Map(entries).get(String(step)), rest, value);
  const others = entries.filter(([key]) => key !== String(step));
  return Object.fromEntries(inner === undefined ? others : [...others, [String(step), inner]]);
}
