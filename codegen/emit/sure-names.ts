import type { Literal } from "../ir/ir.ts";
import type { PlanBlock, Planner } from "./plan.ts";
import { isWithin } from "./plan.ts";

/**
 * Whether a name's node has certainly run where a block reads it, though the branch that ran it is another one than the
 * branch that reads it, so that TypeScript takes the value for possibly missing.
 */
export function isSureName(name: string, at: PlanBlock, planner: Planner): boolean {
  const planned = planner.planned.get(name);
  if (!planned || isWithin(at, planned.home) || isTested(name, at, planner)) return false;
  let facts: ReadonlySet<string> | undefined;
  let conditional = false;
  for (let block = planned.home; !isWithin(at, block);) {
    const condition = conditionOf(block);
    if (condition === "unknown") return false;
    if (condition) {
      conditional = true;
      facts ??= factsAt(at, planner);
      if (!facts.has(keyOf(condition))) return false;
    }
    if (!block.owner) return false;
    block = block.owner.block;
  }
  return conditional;
}

/** Whether a condition around the block tests the name itself, which TypeScript understands. */
function isTested(name: string, at: PlanBlock, planner: Planner): boolean {
  for (let block: PlanBlock | undefined = at; block?.owner; block = block.owner.block) {
    const { ir } = block.owner;
    if (ir.kind !== "branch" && ir.kind !== "guard") continue;
    const condition = conditionOf(block);
    if (!condition || condition === "unknown" || !planner.decisions.has(condition.decision)) continue;
    if (planner.variableOf(condition, block.owner.block) === name) return true;
  }
  return false;
}

/** What must hold for a block to run when the block around it does; undefined when it always runs. */
function conditionOf(block: PlanBlock): Literal | "unknown" | undefined {
  const owner = block.owner;
  if (!owner) return undefined;
  const { ir } = owner;
  const index = owner.blocks.indexOf(block);
  if (ir.kind === "branch") {
    const port = ir.arms[index]?.port;
    return port === undefined ? "unknown" : { decision: ir.decision, port };
  }
  if (ir.kind === "guard") return ir.anyOf.length === 1 ? ir.anyOf[0] : "unknown";
  const catches = "catches" in ir && ir.catches && owner.blocks.length === 2;
  return catches ? { decision: ir.node.id, port: index === 0 ? "out" : "error" } : undefined;
}

/** The decisions known to have been made in a certain way wherever a block runs. */
function factsAt(at: PlanBlock, planner: Planner, known = new Set<string>()): ReadonlySet<string> {
  for (let block: PlanBlock | undefined = at; block; block = block.owner?.block) {
    const condition = conditionOf(block);
    if (!condition || condition === "unknown" || known.has(keyOf(condition))) continue;
    known.add(keyOf(condition));
    // That it was made says that the branch it is in was taken.
    const decision = planner.decisions.get(condition.decision);
    if (decision) factsAt(decision.block, planner, known);
  }
  return known;
}

function keyOf({ decision, port }: Literal): string {
  return `${decision} ${port}`;
}
