import { builtInKinds } from "../../schema/kind-facts.ts";
import type { CheckContext } from "../context.ts";
import { nearestName } from "../nearest-name.ts";

/** Every node is of a kind that exists. */
export function checkKinds(context: CheckContext): void {
  for (const node of context.graph.nodes) {
    if (context.facts(node)) continue;
    const kinds = [...builtInKinds.keys(), ...context.catalog.actions.keys()];
    context.report("unknown-kind", { node: node.id, kind: node.kind, nearest: nearestName(node.kind, kinds) }, { node: node.id });
  }
}
