import type { Graph } from "../../../../codegen/schema/graph.ts";
import { portOf } from "../../../../codegen/schema/node-facts.ts";
import { keep } from "../change-nodes.ts";
import type { Edited } from "../edited.ts";
import type { GraphIndex } from "../graph-index.ts";
import { indexOf, withDescendants } from "../graph-index.ts";
import { mainPort } from "../ports.ts";
import type { Selection } from "../selection.ts";
import { emptySelection } from "../selection.ts";
import { connect } from "./connect.ts";

/**
 * The graph without what is selected, what is inside it and the edges at it. The trigger stays: a workflow has one. With `reconnect`, what
 * led to a removed node by one edge leads on to where its one outgoing edge led.
 */
export function removeSelection(graph: Graph, selection: Selection, { reconnect = false } = {}): Edited {
  const index = indexOf(graph);
  const gone = withDescendants(
    graph,
    [...selection.nodes].filter((id) => index.nodes.get(id)?.kind !== "trigger"),
  );
  let next = keep(
    graph,
    (node) => !gone.has(node.id),
    (edge) => !selection.edges.has(edge.id) && !gone.has(edge.source) && !gone.has(edge.target),
  );
  if (reconnect) for (const bridge of findBridges(graph, gone)) next = connect(next, bridge);
  return { graph: next, selection: next === graph ? selection : emptySelection };
}

/** For each edge into a removed chain, where the chain led to: over nodes with one edge in and one out, by their main port. */
function findBridges(graph: Graph, gone: ReadonlySet<string>): { source: string; port: string; target: string }[] {
  const index = indexOf(graph);
  return graph.edges.flatMap((edge) => {
    if (gone.has(edge.source) || !gone.has(edge.target)) return [];
    let target: string | undefined = edge.target;
    while (target !== undefined && gone.has(target)) target = nextInChain(index, target);
    return target === undefined ? [] : [{ source: edge.source, port: portOf(edge), target }];
  });
}

function nextInChain(index: GraphIndex, id: string): string | undefined {
  const node = index.nodes.get(id);
  const [only, ...others] = index.outgoing(id);
  const isChain = node && only && others.length === 0 && index.incoming(id).length === 1 && portOf(only) === mainPort(node);
  return isChain ? only.target : undefined;
}
