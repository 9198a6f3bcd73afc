import type { GraphNode } from "../../schema/graph.ts";
import { isContainer } from "../../schema/node-facts.ts";
import type { CheckContext } from "../context.ts";

/** A node's parent is a container that exists, and none is inside itself. */
export function checkContainers(context: CheckContext): void {
  const { nodes, levels } = context.layout;
  const reported = new Set<string>();
  for (const node of context.graph.nodes) {
    if (node.parent === undefined) continue;
    const parent = nodes.get(node.parent);
    if (!parent) {
      context.report("unknown-parent", { node: node.id, parent: node.parent }, { node: node.id });
    } else if (!isContainer(parent)) {
      context.report("parent-not-container", { node: node.id, parent: parent.id, kind: parent.kind }, { node: node.id });
    } else if (!reported.has(node.id)) {
      const path = findParentCycle(context, node);
      for (const id of path) reported.add(id);
      if (path.length > 0) context.report("parent-cycle", { path }, { node: node.id });
    }
  }
  for (const { node } of context.active) {
    if (isContainer(node) && levels.get(node.id)?.nodes.length === 0) {
      context.report("empty-container", { node: node.id }, { node: node.id });
    }
  }
}

/** The ids from a node up to itself again; empty when its containers lead to the top. */
function findParentCycle(context: CheckContext, node: GraphNode): string[] {
  const path = [node.id];
  const seen = new Set(path);
  for (let id = node.parent; id !== undefined; id = context.layout.nodes.get(id)?.parent) {
    path.push(id);
    if (id === node.id) return path;
    if (seen.has(id)) return [];
    seen.add(id);
  }
  return [];
}
