import { invariant } from "../invariant.ts";
import type { Names } from "./names.ts";
import type { NamePlace, PlanBlock, PlanStatement, PlannedName, Planner } from "./plan.ts";
import { crossesClosure, isWithin } from "./plan.ts";

/**
 * Decides for every name where it is declared: a constant where it is bound, a `let` in the nearest block that holds all
 * uses, or handed out of a closure. A `let` without a type annotation must not be read inside a closure (TypeScript
 * cannot type it there); where one would be, it gets another name and each block that needs it a constant of its own.
 */
export function placeNames(planner: Planner): void {
  const planned = [...planner.planned.values()].toSorted((a, b) => a.order - b.order);
  place(planned, planner, new Set());
  const mixed = findMixed(planner.root);
  if (mixed.size === 0) return;
  reset(planner.root);
  place(planned, planner, mixed);
}

function place(planned: readonly PlannedName[], { context }: Planner, copied: ReadonlySet<string>): void {
  for (const name of planned) placeName(name, context.names, copied.has(name.name));
}

/** Names that one destructuring would have to assign while it declares others: they are declared and copied instead. */
function findMixed(root: PlanBlock): Set<string> {
  const mixed = new Set<string>();
  forEachStatement(root, (statement) => {
    const names = patternNames(statement);
    const modes = names.map((name) => statement.block.modes.get(name)?.how);
    if (!modes.includes("assign") || modes.every((mode) => mode === "assign")) return;
    names.forEach((name, index) => modes[index] === "assign" && mixed.add(name));
  });
  return mixed;
}

/** The names that a statement's destructuring pattern binds in its block. */
export function patternNames(statement: PlanStatement): string[] {
  if (statement.ir.kind !== "parallel" && statement.ir.kind !== "tasks") return [];
  return statement.blocks.flatMap((block, index) => {
    const bare = statement.bare.get(index);
    const names = bare ? ("node" in bare.ir && bare.ir.node ? [bare.ir.node.id] : []) : block.returns;
    return names.filter((name) => statement.block.modes.has(name));
  });
}

function reset(root: PlanBlock): void {
  const clear = (block: PlanBlock): void => {
    block.modes.clear();
    block.returns.length = 0;
    block.imports.length = 0;
  };
  clear(root);
  forEachStatement(root, (statement) => {
    statement.lets.length = 0;
    statement.rebinds.length = 0;
    statement.blocks.forEach(clear);
  });
}

function forEachStatement(root: PlanBlock, visit: (statement: PlanStatement) => void): void {
  const blocks = [root];
  for (let block = blocks.pop(); block; block = blocks.pop()) {
    for (const statement of block.statements) {
      visit(statement);
      blocks.push(...statement.blocks);
    }
  }
}

function placeName({ name, home, uses, task }: PlannedName, names: Names, copied: boolean): void {
  let bound = home;
  let open: readonly NamePlace[] = task ? importInto(name, task.statement, task.index, uses) : uses;
  for (;;) {
    const top = climb(bound, open);
    const inside = open.filter((use) => isWithin(use.block, top));
    const outside = open.length > inside.length;
    declare(name, bound, top, inside, outside, copied, names);
    if (!outside) return;
    // `top` is a closure and hands the name to the statement that awaits it.
    const statement = top.owner;
    invariant(statement && top.kind === "closure", `${name} is visible where it is used`);
    top.returns.push(name);
    const left = open.filter((use) => !isWithin(use.block, top));
    open = statement.ir.kind === "tasks" ? importInto(name, statement, statement.blocks.indexOf(top), left) : left;
    if (open.length === 0) return;
    bound = statement.block;
  }
}

/** The outermost block the name has to be declared in: up to a closure's wall, or to where all uses are inside. */
function climb(from: PlanBlock, uses: readonly NamePlace[]): PlanBlock {
  let top = from;
  while (top.kind === "plain" && top.owner && !uses.every((use) => isWithin(use.block, top))) top = top.owner.block;
  return top;
}

function declare(
  name: string,
  bound: PlanBlock,
  top: PlanBlock,
  inside: readonly NamePlace[],
  returned: boolean,
  copied: boolean,
  names: Names,
): void {
  if (top === bound) {
    bound.modes.set(name, { name, how: "declare", to: name });
    return;
  }
  const captured = copied || inside.some((use) => use.captured || crossesClosure(use.block, top));
  const variable = captured ? names.maybeOf(name) : name;
  childOf(bound, top).lets.push(variable);
  bound.modes.set(name, { name, how: captured ? "copy" : "assign", to: variable });
  if (!captured) return;
  const meetings = new Set(inside.map((use) => meet(use.block, bound)));
  if (returned) meetings.add(top);
  for (const block of meetings) {
    if (block !== bound) childOf(bound, block).rebinds.push({ name, from: variable });
  }
}

/** Tasks await each other: siblings read a name through their own awaits. Gives them their imports; what is left is used after the whole statement. */
function importInto(name: string, statement: PlanStatement, from: number, uses: readonly NamePlace[]): readonly NamePlace[] {
  const left: NamePlace[] = [];
  const reached = new Set<PlanBlock>();
  for (const use of uses) {
    if (!isWithin(use.block, statement.block)) {
      left.push(use);
      continue;
    }
    const child = use.block === statement.block ? undefined : ancestorIn(use.block, statement.block);
    if (child && statement.blocks.includes(child)) reached.add(child);
    else left.push(use);
  }
  for (const block of reached) block.imports.push({ from, name });
  return left;
}

function meet(a: PlanBlock, b: PlanBlock): PlanBlock {
  let left = a;
  let right = b;
  while (left !== right) {
    const deeper: PlanBlock = left.depth >= right.depth ? left : right;
    const parent = deeper.owner?.block;
    invariant(parent, "all blocks are inside the workflow's own");
    if (deeper === left) left = parent;
    else right = parent;
  }
  return left;
}

/** The statement of `outer` that holds `block`. */
function childOf(block: PlanBlock, outer: PlanBlock): PlanStatement {
  const owner = ancestorIn(block, outer).owner;
  invariant(owner, "only the workflow's own block has no owner");
  return owner;
}

/** The block on the way from `block` up to `outer` that belongs to a statement of `outer`. */
function ancestorIn(block: PlanBlock, outer: PlanBlock): PlanBlock {
  let current = block;
  while (current.owner && current.owner.block !== outer) current = current.owner.block;
  return current;
}
