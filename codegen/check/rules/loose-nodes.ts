import type { CheckContext } from "../context.ts";

/** Every node is reached from the trigger; what is inside a loose container is loose with it and not named again. */
export function checkLooseNodes(context: CheckContext): void {
  for (const node of context.layout.levels.get("")?.nodes ?? []) {
    if (context.status(node) === "loose") context.report("loose-node", { node: node.id }, { node: node.id });
  }
}
