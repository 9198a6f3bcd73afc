import type { Arm, Block, Statement, Task } from "../ir/ir.ts";
import { walkNodes } from "../ir/walk-nodes.ts";
import { invariant } from "../invariant.ts";
import { ALWAYS } from "./control-tree.ts";
import type { Module, Poset } from "./poset.ts";
import { at, splitInParallel, splitInSeries } from "./poset.ts";
import type { Region } from "./read-region.ts";
import { splitInTasks } from "./split-in-tasks.ts";

/** What structuring needs of a region: its order, the statement of each item, and the names a block reads. */
export interface Plan {
  readonly region: Region;
  readonly poset: Poset;
  /** By item. */
  readonly statements: readonly Statement[];
  /** Position of each node of the control tree in a walk from its root, so that a range is a subtree. */
  readonly walk: Int32Array;
  readonly findReads: (block: Block) => ReadonlySet<string>;
}

/**
 * Writes a module as nested blocks: in series, in parallel, or as named tasks where it is neither, with a branch or a guard around
 * what shares a condition. `context` is the condition already known to hold; `ended` are those under which the run would have ended before.
 */
export function structure(plan: Plan, module: Module, context: number, ended: readonly number[]): Block {
  const condition = findCondition(plan, module);
  if (condition !== context) {
    const step = plan.region.tree.stepDown(context, condition);
    const body = structure(plan, module, step, ended);
    return isCertain(plan, step, context, ended) ? body : [wrap(plan, [{ step, body }])];
  }
  if (module.length === 1) return [statementOf(plan, module[0] ?? 0)];
  const parts = splitInSeries(plan.poset, module);
  if (parts.length > 1) return structureSeries(plan, parts, context, ended);
  const sides = splitInParallel(plan.poset, module);
  return sides.length > 1 ? structureParallel(plan, sides, context, ended) : [structureTasks(plan, module, context, ended)];
}

/** Whether a condition holds wherever the run still goes on. */
function isCertain(plan: Plan, condition: number, context: number, ended: readonly number[]): boolean {
  const { tree } = plan.region;
  return ended.length > 0 && tree.implies(context, tree.join([condition, ...ended]));
}

/** The conditions under which a module ends the run, where nothing else can be under way then. */
function findEnds(plan: Plan, module: Module): number[] {
  const { poset, region } = plan;
  return module.flatMap((rank) => {
    const { kind } = statementOf(plan, rank);
    if (kind !== "return" && kind !== "fail") return [];
    const guard = at(poset.guards, rank);
    const alone = module.every(
      (other) => other === rank || poset.before.has(rank, other) || region.tree.excludes(at(poset.guards, other), guard),
    );
    return alone ? [guard] : [];
  });
}

/** Consecutive parts under the same decision or the same set share one branch or guard. */
function structureSeries(plan: Plan, parts: readonly Module[], context: number, before: readonly number[]): Block {
  const ended = [...before];
  const block: Statement[] = [];
  const steps = parts.map((part) => plan.region.tree.stepDown(context, findCondition(plan, part)));
  for (let index = 0; index < parts.length;) {
    const step = steps[index] ?? context;
    if (step === context) {
      const part = parts[index++] ?? [];
      block.push(...structure(plan, part, context, ended));
      ended.push(...findEnds(plan, part));
      continue;
    }
    const runs: { step: number; parts: Module[] }[] = [];
    for (; index < parts.length && sameTest(plan, steps[index] ?? context, step); index++) {
      const run = runs.find((known) => known.step === steps[index]);
      const part = parts[index] ?? [];
      if (run) run.parts.push(part);
      else runs.push({ step: steps[index] ?? context, parts: [part] });
    }
    // Loops, not callbacks, wherever blocks nest: a callback takes twice the stack.
    const bodies: { step: number; body: Block }[] = [];
    for (const run of runs) bodies.push({ step: run.step, body: structureSeries(plan, run.parts, run.step, ended) });
    const [only] = bodies;
    if (only && bodies.length === 1 && isCertain(plan, step, context, ended)) block.push(...only.body);
    else block.push(wrap(plan, bodies));
    for (const run of runs) for (const part of run.parts) ended.push(...findEnds(plan, part));
  }
  return block;
}

/** Sides under one decision or one set are one arm. */
function structureParallel(plan: Plan, sides: readonly Module[], context: number, ended: readonly number[]): Block {
  const arms: { step: number; sides: Module[] }[][] = [];
  for (const side of sides) {
    const step = plan.region.tree.stepDown(context, findCondition(plan, side));
    const arm = step === context ? undefined : arms.find(([first]) => first && first.step !== context && sameTest(plan, first.step, step));
    const same = arm?.find((known) => known.step === step);
    if (same) same.sides.push(side);
    else if (arm) arm.push({ step, sides: [side] });
    else arms.push([{ step, sides: [side] }]);
  }
  const blocks: Block[] = [];
  for (const arm of arms) {
    const [first] = arm;
    invariant(first, "an arm has a side");
    if (first.step === context) {
      blocks.push(structure(plan, first.sides[0] ?? [], context, ended));
      continue;
    }
    const bodies: { step: number; body: Block }[] = [];
    for (const { step, sides: grouped } of arm) bodies.push({ step, body: structureSides(plan, grouped, step, ended) });
    blocks.push([wrap(plan, bodies)]);
  }
  const [only] = blocks;
  return only && blocks.length === 1 ? only : [{ kind: "parallel", arms: blocks }];
}

function structureSides(plan: Plan, sides: readonly Module[], context: number, ended: readonly number[]): Block {
  const [only] = sides;
  return only && sides.length === 1 ? structure(plan, only, context, ended) : structureParallel(plan, sides, context, ended);
}

function structureTasks(plan: Plan, module: Module, context: number, ended: readonly number[]): Statement {
  const modules = splitInTasks(plan.poset, module);
  const bodies = modules.map((task) => structure(plan, task.module, context, ended));
  const names = bodies.map(nameTask);
  const owners = new Map<string, number>();
  for (const [task, { module: ranks }] of modules.entries()) {
    for (const rank of ranks) owners.set(nodeOf(plan, rank), task);
  }
  const tasks = modules.map(({ after }, index): Task => {
    const body = bodies[index] ?? [];
    const waits = new Set(after);
    for (const name of plan.findReads(body)) {
      const owner = owners.get(name);
      if (owner !== undefined && owner < index) waits.add(owner);
    }
    const sorted = [...waits].sort((a, b) => a - b);
    return { name: names[index] ?? "", after: sorted.map((task) => names[task] ?? ""), body };
  });
  return { kind: "tasks", tasks };
}

/** The last node that binds a value, else the last node. */
function nameTask(body: Block): string {
  const places = walkNodes(body);
  const last = places.findLast(({ statement }) => bindsValue(statement)) ?? places.at(-1);
  invariant(last, "a task has a node");
  return last.node.id;
}

function bindsValue(statement: Statement): boolean {
  if (statement.kind === "forEach") return statement.collect !== undefined;
  return !["decide", "branch", "sleep", "return", "fail"].includes(statement.kind);
}

/** One branch for literals of a decision, or one guard for a set. */
function wrap(plan: Plan, groups: readonly { step: number; body: Block }[]): Statement {
  const { tree, items } = plan.region;
  const [first] = groups;
  invariant(first, "something to wrap");
  const decision = tree.decision[first.step] ?? -1;
  if (decision === -1) {
    const members = tree.members[first.step] ?? [];
    const anyOf = members.map((literal) => ({ decision: idOf(plan, tree.decision[literal] ?? -1), port: tree.port[literal] ?? "" }));
    return { kind: "guard", anyOf, body: first.body };
  }
  invariant(items[decision], "a literal has a decision");
  const arms = tree.literalsOf(decision).map((literal): Arm => {
    const body = groups.find((group) => group.step === literal)?.body ?? [];
    return { port: tree.port[literal] ?? "", body };
  });
  return { kind: "branch", decision: idOf(plan, decision), arms };
}

function sameTest(plan: Plan, a: number, b: number): boolean {
  if (a === b) return true;
  const decision = plan.region.tree.decision[a] ?? -1;
  return decision !== -1 && decision === plan.region.tree.decision[b];
}

/** The strongest condition that all items of a module imply. */
function findCondition(plan: Plan, module: Module): number {
  let first = -1;
  let last = -1;
  for (const rank of module) {
    const guard = at(plan.poset.guards, rank);
    if (guard === ALWAYS) return ALWAYS;
    if (first === -1 || at(plan.walk, guard) < at(plan.walk, first)) first = guard;
    if (last === -1 || at(plan.walk, guard) > at(plan.walk, last)) last = guard;
  }
  return plan.region.tree.meet(first, last);
}

function statementOf(plan: Plan, rank: number): Statement {
  const statement = plan.statements[at(plan.poset.items, rank)];
  invariant(statement, "every item has a statement");
  return statement;
}

function nodeOf(plan: Plan, rank: number): string {
  return idOf(plan, at(plan.poset.items, rank));
}

function idOf(plan: Plan, item: number): string {
  return plan.region.items[item]?.id ?? "";
}
