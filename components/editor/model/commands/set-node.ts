import type { Graph, GraphNode } from "../../../../codegen/schema/graph.ts";
import { changeNodes, withProperty } from "../change-nodes.ts";
import { sameJson } from "../same-json.ts";

/** What a node says beside its config; undefined takes it away. */
export type NodePatch = Partial<Pick<GraphNode, "label" | "connection" | "policy" | "output" | "disabled">>;

/** The graph with a node saying something else; an empty label or policy is none. */
export function setNode(graph: Graph, id: string, patch: NodePatch): Graph {
  return changeNodes(graph, (node) => {
    if (node.id !== id) return node;
    let next = node;
    if ("label" in patch) next = withProperty(next, "label", patch.label === "" ? undefined : patch.label);
    if ("connection" in patch) next = withProperty(next, "connection", patch.connection === "" ? undefined : patch.connection);
    if ("disabled" in patch) next = withProperty(next, "disabled", patch.disabled === true && node.kind !== "trigger" ? true : undefined);
    if ("output" in patch && !sameJson(node.output, patch.output)) next = withProperty(next, "output", patch.output);
    if ("policy" in patch) next = withPolicy(next, patch.policy);
    return next;
  });
}

function withPolicy(node: GraphNode, policy: GraphNode["policy"]): GraphNode {
  const entries = Object.entries(policy ?? {}).filter(([, value]) => value !== undefined);
  const stated = entries.length === 0 ? undefined : Object.fromEntries(entries);
  return sameJson(node.policy, stated) ? node : withProperty(node, "policy", stated);
}
