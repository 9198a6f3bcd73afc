import type { GraphNode } from "../../../codegen/schema/graph.ts";
import { actionFacts, builtInKinds } from "../../../codegen/schema/kind-facts.ts";
import { configOf } from "../../../codegen/schema/node-facts.ts";

/** The ports of a node in their order. A kind that is not built in is an action, known or not, and all actions have the same. */
export function portsOf(node: GraphNode): readonly string[] {
  return (builtInKinds.get(node.kind) ?? actionFacts).ports(configOf(node));
}

/** The port by which a chain goes on; undefined when the node ends it. */
export function mainPort(node: GraphNode): string | undefined {
  return portsOf(node)[0];
}
