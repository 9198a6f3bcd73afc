import { configOf, hasErrorPort } from "../../schema/node-facts.ts";
import type { CheckContext } from "../context.ts";
import { containersAround } from "../scope.ts";

/** A loop's variable has a name of its own: no node, caught error or variable around it is called so. */
export function checkLoopVariables(context: CheckContext): void {
  for (const { node } of context.active) {
    if (node.kind !== "control.forEach") continue;
    const name = configOf(node)["as"];
    if (typeof name !== "string") continue;
    const what = findOwner(context, name) ?? findOuterLoop(context, node.id, name);
    if (what !== undefined) context.report("variable-shadows", { name, owner: node.id, what }, { node: node.id, path: ["as"] });
  }
}

function findOwner(context: CheckContext, name: string): string | undefined {
  const { nodes, errorEdges } = context.layout;
  const node = nodes.get(name);
  if (node && node.kind !== "note") return "the name of a node";
  const failing = name.endsWith("Error") ? nodes.get(name.slice(0, -"Error".length)) : undefined;
  return failing && errorEdges.has(failing.id) && hasErrorPort(failing, context.catalog) ? "the name of a caught error" : undefined;
}

function findOuterLoop(context: CheckContext, id: string, name: string): string | undefined {
  const node = context.layout.nodes.get(id);
  const outer = node && containersAround(context, node).some((loop) => loop.kind === "control.forEach" && configOf(loop)["as"] === name);
  return outer ? "the variable of a loop around it" : undefined;
}
