import type { GraphNode } from "../../schema/graph.ts";
import { alwaysDecides, configOf, isNeverChosen, portsOf } from "../../schema/node-facts.ts";
import type { Choices, Companions } from "../companions.ts";
import { findCompanions } from "../companions.ts";
import type { CheckContext } from "../context.ts";
import type { Level } from "../level.ts";
import { containersAround } from "../scope.ts";

/**
 * A run ends by a return only when nothing else may still be running: whatever is neither before it nor after it excludes it, and
 * the same holds for every container around it, whose rounds follow each other.
 */
export function checkReturns(context: CheckContext): void {
  const companions = new Map<Level, Companions>();
  const found = new Map<GraphNode, string | undefined>();
  for (const { node } of context.active) {
    if (node.kind !== "control.return") continue;
    for (const ending of [node, ...containersAround(context, node)]) {
      const concurrent = ending !== node && hasConcurrentRounds(ending);
      if (!concurrent && !found.has(ending)) found.set(ending, findCompanion(context, companions, ending));
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
function findCompanion(context: CheckContext, companions: Map<Level, Companions>, node: GraphNode): string | undefined {
  const level = context.layout.levels.get(node.parent ?? "");
  const own = level?.places.get(node.id);
  if (!level || own === undefined) return undefined;
  const { bits, width } = companions.get(level) ?? remember(companions, level, findCompanions(level, readChoices(context)));
  for (let word = 0; word < width; word++) {
    const before = level.before[own * width + word] ?? 0;
    for (let rest: number = (bits[own * width + word] ?? 0) & ~before; rest !== 0; rest &= rest - 1) {
      const place = word * 32 + (31 - Math.clz32(rest & -rest));
      const other = level.nodes[place];
      if (!other || place === own || other.kind === "trigger" || context.status(other) !== "active") continue;
      // Either of the two may be the one that shows that they exclude each other.
      const alsoFromThere = ((bits[place * width + (own >>> 5)] ?? 0) >>> (own & 31)) & 1;
      if (alsoFromThere === 1 && !level.precedes(own, place)) return other.id;
    }
  }
  return undefined;
}

function remember(companions: Map<Level, Companions>, level: Level, made: Companions): Companions {
  companions.set(level, made);
  return made;
}

function readChoices(context: CheckContext): Choices {
  return {
    portsOf(node) {
      const catches = context.layout.errorEdges.has(node.id) && node.disabled !== true;
      return (alwaysDecides(node) && node.disabled !== true) || catches
        ? portsOf(node, context.catalog).filter((port) => !isNeverChosen(node, port))
        : [];
    },
    isLive(source, port) {
      const status = context.status(source);
      return (status === "active" && !isNeverChosen(source, port)) || (status === "disabled" && port !== "error");
    },
  };
}
