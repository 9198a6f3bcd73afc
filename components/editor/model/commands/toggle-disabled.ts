import type { Graph } from "../../../../codegen/schema/graph.ts";
import { changeNodes, withProperty } from "../change-nodes.ts";
import { indexOf } from "../graph-index.ts";

/** Switches nodes off, or on again when all of them are off. The trigger and notes are never off. */
export function toggleDisabled(graph: Graph, ids: Iterable<string>): Graph {
  const { nodes } = indexOf(graph);
  const able = new Set(
    [...ids].filter((id) => {
      const node = nodes.get(id);
      return node && node.kind !== "trigger" && node.kind !== "note";
    }),
  );
  const disable = [...able].some((id) => nodes.get(id)?.disabled !== true);
  return changeNodes(graph, (node) => (able.has(node.id) ? withDisabled(node, disable) : node));
}

function withDisabled(node: Graph["nodes"][number], disable: boolean): Graph["nodes"][number] {
  return (node.disabled === true) === disable ? node : withProperty(node, "disabled", disable || undefined);
}
