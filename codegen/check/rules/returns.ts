import type { GraphNode } from "../../schema/graph.ts";
import { configOf } from "../../schema/node-facts.ts";
import type { CheckContext } from "../context.ts";
import { containersAround } from "../scope.ts";

/**
 * A run ends by a return only when nothing else may still be running: whatever is neither before it nor after it excludes it, and
 * the same holds for every container around it, whose rounds follow each other.
 */
export function checkReturns(context: CheckContext): void {
  const found = new Map<GraphNode, string | undefined>();
  for (const { node } of context.active) {
    if (node.kind !== "control.return") continue;
    for (const ending of [node, ...containersAround(context, node)]) {
      const concurrent = ending !== node && hasConcurrentRounds(ending);
      if (!concurrent && !found.has(ending)) found.set(ending, findCompanion(context, ending));
      const other = concurrent ? ending.id : found.get(ending);
      if (other === undefined) continue;
      context.report("return-in-concurrency", { node: node.id, other, reason: concurrent ? "loop" : "node" }, { node: node.id });
      break;
    }
  }
}

function hasConcurrentRounds(container: GraphNode): boolean {
  return container.kind === "control.forEach" && (configOf(container)["concurrency"] ?? 1) !== 1;
}

/** A node that may run beside this one: neither before nor after it, and not excluded by it. */
function findCompanion(context: CheckContext, node: GraphNode): string | undefined {
  const level = context.layout.levels.get(node.parent ?? "");
  const own = level?.places.get(node.id);
  if (!level || own === undefined) return undefined;
  const companions = context.companions(level);
  const { bits, width } = companions;
  for (let word = 0; word < width; word++) {
    const before = level.before[own * width + word] ?? 0;
    for (let rest: number = (bits[own * width + word] ?? 0) & ~before; rest !== 0; rest &= rest - 1) {
      const place = word * 32 + (31 - Math.clz32(rest & -rest));
      const other = level.nodes[place];
      if (!other || place === own || other.kind === "trigger" || context.status(other) !== "active") continue;
      if (companions.mayMeet(own, place) && !level.precedes(own, place)) return other.id;
    }
  }
  return undefined;
}
