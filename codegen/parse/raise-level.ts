// Over 400 lines: frontiers, what splits them and what they mean stand and fall together.

import type { Block, BranchStatement, GuardStatement, Statement, TasksStatement } from "../ir/ir.ts";
import { invariant } from "../invariant.ts";
import { walkNodes } from "../ir/walk-nodes.ts";
import { BitRows } from "../lower/bit-rows.ts";
import { ALWAYS, ControlTree, NEVER } from "../lower/control-tree.ts";
import type { GraphEdge, GraphNode } from "../schema/graph.ts";
import type { Json } from "../schema/json.ts";
import { printTest } from "./print-test.ts";
import type { NodeStatement } from "./raise-node.ts";
import { raiseNode } from "./raise-node.ts";

/** Nodes and edges as they are made, and ids not yet taken. */
export interface RaiseTarget {
  readonly nodes: GraphNode[];
  readonly edges: GraphEdge[];
  readonly nameNode: (statement: NodeStatement) => string;
  /** A fresh id for a node that the code doesn't name. */
  readonly nameFresh: (stem: string) => string;
}

/** A port of a node at this level, and when it is chosen; the item -1 is the level's start. */
interface End {
  readonly item: number;
  readonly port: string;
  readonly guard: number;
  /** Set where the end may be live though the run has ended: no edge may leave it. */
  readonly stale?: true;
  /** Set where the end only has to be settled: it starts nothing. */
  readonly awaited?: true;
}

interface Level {
  /** Whether conditions are tested again rather than leave stale ends. */
  readonly strict: boolean;
  /** Set when an edge had to leave a stale end. */
  failed: boolean;
  /** When the run has ended before the place that is raised. */
  ended: number;
  readonly target: RaiseTarget;
  readonly parent: string | undefined;
  /** The node that edges from the start leave; none in a container, where nodes without edges start. */
  readonly start: string | undefined;
  readonly tree: ControlTree;
  readonly before: BitRows;
  /** By item. */
  readonly ids: string[];
  readonly guards: number[];
  /** By the ids of the program, which may differ from those of the graph where the code names nothing. */
  readonly items: Map<string, number>;
  readonly decisions: Map<number, NodeStatement>;
  readonly catching: { item: number; dropped: GraphEdge | undefined }[];
  /** The empty steps that wait, by what they wait for. */
  readonly waits: Map<string, string>;
}

/**
 * Raises one level. Where statements stand, a frontier tells what has just ended: ends that are settled there, one of which is live exactly
 * when that place runs. A statement's node gets an edge from each end of its frontier that adds something.
 */
export function raiseLevel(target: RaiseTarget, block: Block, parent: string | undefined, start: string | undefined): void {
  const { nodes, edges } = target;
  const [nodeCount, edgeCount] = [nodes.length, edges.length];
  if (tryToRaise(target, block, parent, start, false)) return;
  nodes.length = nodeCount;
  edges.length = edgeCount;
  const raised = tryToRaise(target, block, parent, start, true);
  invariant(raised, "tests leave no stale ends");
}

function tryToRaise(target: RaiseTarget, block: Block, parent: string | undefined, start: string | undefined, strict: boolean): boolean {
  const level: Level = {
    strict,
    failed: false,
    ended: NEVER,
    target,
    parent,
    start,
    tree: new ControlTree(),
    before: new BitRows(countNodes(block)),
    ids: [],
    guards: [],
    items: new Map(),
    decisions: new Map(),
    catching: [],
    waits: new Map(),
  };
  raiseBlock(level, block, [{ item: -1, port: "out", guard: ALWAYS }]);
  keepCatching(level);
  return !level.failed;
}

/** Raises a block; gives the frontier after it. */
function raiseBlock(level: Level, block: Block, frontier: readonly End[]): readonly End[] {
  return block.reduce((ends, statement) => raiseStatement(level, statement, ends), frontier);
}

function raiseStatement(level: Level, statement: Statement, frontier: readonly End[]): readonly End[] {
  switch (statement.kind) {
    case "branch": {
      const { node, type, choices } = statement;
      const made = node && type && choices ? addNode(level, { ...statement, node, type, choices }, frontier) : frontier;
      return raiseBranch(level, statement, made);
    }
    case "guard":
      return raiseGuard(level, statement, frontier);
    case "parallel": {
      const arms = statement.arms.filter((arm) => arm.length > 0);
      return arms.length === 0 ? frontier : prune(level, unite(raiseApart(level, arms, (arm) => raiseBlock(level, arm, frontier))));
    }
    case "tasks":
      return raiseTasks(level, statement, frontier);
    default:
      return addNode(level, statement, frontier);
  }
}

function raiseTasks(level: Level, statement: TasksStatement, frontier: readonly End[]): readonly End[] {
  const ends = new Map<string, readonly End[]>();
  const awaited = new Set(statement.tasks.flatMap((task) => task.after));
  raiseApart(level, statement.tasks, (task) => {
    const sources = task.after.map((name) => ends.get(name) ?? []);
    const last = raiseBlock(level, task.body, sources.length === 0 ? frontier : prune(level, unite(sources)));
    ends.set(task.name, last);
    return last;
  });
  return prune(level, unite([...ends].flatMap(([name, last]) => (awaited.has(name) ? [] : [last]))));
}

/** Raises what runs at the same time: where one stands, the run need not have ended by another. */
function raiseApart<Part>(level: Level, parts: readonly Part[], raisePart: (part: Part) => readonly End[]): (readonly End[])[] {
  const before = level.ended;
  const ended = [before];
  const ends = parts.map((part) => {
    level.ended = before;
    const last = raisePart(part);
    ended.push(level.ended);
    return last;
  });
  level.ended = level.tree.join(ended);
  return ends;
}

function raiseBranch(level: Level, statement: BranchStatement, frontier: readonly End[]): readonly End[] {
  const { tree } = level;
  const decision = level.items.get(statement.decision);
  invariant(decision !== undefined, `the decision ${statement.decision} is made before it is tested`);
  const kept = statement.arms.map((arm) => restrict(level, frontier, tree.literal(decision, arm.port)));
  const direct = kept.every((ends) => ends && (level.strict || !ends.some((end) => end.awaited)));
  if (direct && tree.implies(joinEnds(level, frontier), tree.guardOf(decision))) {
    return unite(statement.arms.map((arm, index) => raiseBlock(level, arm.body, kept[index] ?? [])));
  }
  const arms = statement.arms.filter((arm) => arm.body.length > 0);
  const splits = arms.map((arm) => split(level, frontier, tree.literal(decision, arm.port), arm.body));
  if (splits.every((parts) => parts !== undefined)) {
    const stale = new Set(splits.flatMap(({ rest }) => rest.flatMap((end) => (end.stale ? [nameEnd(end)] : []))));
    const passed = new Set(splits.flatMap((parts) => parts.kept));
    const rest = frontier
      .filter((end) => end.awaited || !passed.has(end))
      .map((end) => (stale.has(nameEnd(end)) ? { ...end, stale: true as const } : end));
    return unite([...arms.map((arm, index) => raiseBlock(level, arm.body, splits[index]?.kept ?? [])), rest]);
  }
  const [arm, ...others] = arms;
  const inner = arm && others.length === 0 ? findInner(level, arm.body, tree.literal(decision, arm.port)) : undefined;
  if (inner) return raiseStatement(level, inner, frontier);
  // The place doesn't follow from the decision's edges: it is decided again, by a node of its own for each arm.
  const done: (readonly End[])[] = [];
  let left = frontier;
  for (const arm of arms) {
    const test = printTest(statementOf(level, decision), level.ids[decision] ?? "", arm.port);
    const [holds, fails] = addTest(level, test, left);
    done.push(raiseBlock(level, arm.body, [holds]));
    left = [fails];
  }
  return unite([...done, left]);
}

function raiseGuard(level: Level, statement: GuardStatement, frontier: readonly End[]): readonly End[] {
  const { tree } = level;
  const literals = statement.anyOf.map(({ decision, port }) => {
    const item = level.items.get(decision);
    invariant(item !== undefined, `the decision ${decision} is made before it is tested`);
    return { item, id: level.ids[item] ?? "", port };
  });
  const condition = tree.join(literals.map(({ item, port }) => tree.literal(item, port)));
  const parts = split(level, frontier, condition, statement.body);
  if (parts) return unite([raiseBlock(level, statement.body, parts.kept), parts.rest]);
  const inner = findInner(level, statement.body, condition);
  if (inner) return raiseStatement(level, inner, frontier);
  const test = literals.map(({ item, id, port }) => `(${printTest(statementOf(level, item), id, port)})`).join(" || ");
  const [holds, fails] = addTest(level, test, frontier);
  return unite([raiseBlock(level, statement.body, [holds]), [fails]]);
}

/** The only statement of a body, when its own tests say all that the body's condition says. */
function findInner(level: Level, body: Block, condition: number): Statement | undefined {
  const { tree, items } = level;
  const [inner] = body;
  if (!inner || body.length > 1) return undefined;
  const literalOf = (decision: string, port: string): number => {
    const item = items.get(decision);
    return item === undefined ? ALWAYS : tree.literal(item, port);
  };
  if (inner.kind === "guard")
    return inner.anyOf.every(({ decision, port }) => tree.implies(literalOf(decision, port), condition)) ? inner : undefined;
  if (inner.kind !== "branch" || inner.choices) return undefined;
  const ports = inner.arms.filter((arm) => arm.body.length > 0).map((arm) => arm.port);
  return ports.every((port) => tree.implies(literalOf(inner.decision, port), condition)) ? inner : undefined;
}

/** What leads to a body, and what leads past it. */
interface Split {
  readonly kept: readonly End[];
  readonly rest: readonly End[];
}

/** Splits a frontier by the condition of a body. Where that ends the run, what may be live together with it is stale after it. */
function split(level: Level, frontier: readonly End[], condition: number, body: Block): Split | undefined {
  const kept = restrict(level, frontier, condition);
  if (!kept) return undefined;
  const rest = frontier.filter((end) => end.awaited || !kept.includes(end));
  if (!mayEnd(body)) return { kept, rest };
  const stale = rest.filter((end) => !level.tree.excludes(end.guard, condition));
  if (stale.length > 0 && level.strict) return undefined;
  return { kept, rest: rest.map((end) => (stale.includes(end) ? { ...end, stale: true } : end)) };
}

function mayEnd(body: Block): boolean {
  return walkNodes(body).some(
    ({ statement, container }) => container === undefined && (statement.kind === "return" || statement.kind === "fail"),
  );
}

function joinEnds(level: Level, ends: readonly End[]): number {
  return level.tree.join(ends.map((end) => end.guard));
}

/** The ends that say a condition holds, as far as they can be the frontier's; undefined when no edges mean that place. */
function restrict(level: Level, frontier: readonly End[], condition: number): readonly End[] | undefined {
  const { tree, before } = level;
  const kept: End[] = [];
  const rest: End[] = [];
  for (const end of frontier) (tree.implies(end.guard, condition) ? kept : rest).push(end);
  if (!rest.every((end) => tree.excludes(end.guard, condition))) {
    // Where the run has ended, nothing has to lead on.
    const known = tree.join([joinEnds(level, kept), level.ended]);
    const missing = (tree.members[condition] ?? []).filter((literal) => !tree.implies(literal, known));
    if (missing.length > 0 && !tree.implies(condition, joinEnds(level, frontier))) return undefined;
    for (const literal of missing) {
      const isStale = !tree.excludes(literal, level.ended);
      if (isStale && level.strict) return undefined;
      const end = { item: tree.decision[literal] ?? -1, port: tree.port[literal] ?? "", guard: literal };
      kept.push(isStale ? { ...end, stale: true } : end);
    }
  }
  if (kept.every((end) => end.awaited)) return undefined;
  const lost = rest.filter(({ item }) => item !== -1 && !kept.some((end) => end.item === item));
  if (lost.length === 0) return kept;
  const settled = before.union(kept.map(({ item }) => item));
  const needed = before.union(lost.map(({ item }) => item));
  for (const [item, guard] of level.guards.entries()) {
    const bit = 1 << (item & 31);
    if (((needed[item >>> 5] ?? 0) & ~(settled[item >>> 5] ?? 0) & bit) !== 0 && !tree.excludes(guard, condition))
      return [...kept, ...lost.map(awaitEnd)];
  }
  return kept;
}

function awaitEnd({ item, port }: End): End {
  return { item, port, guard: NEVER, awaited: true };
}

function addTest(level: Level, when: string, frontier: readonly End[]): readonly [End, End] {
  const node = { id: level.target.nameFresh("if"), label: "" };
  const choices = [{ port: "true", when }, { port: "false" }];
  const [holds, fails] = addNode(level, { kind: "decide", node, type: "if", choices }, frontier);
  invariant(holds && fails, "an if has two ports");
  return [holds, fails];
}

/** Adds a node after a frontier; gives the frontier after it. */
function addNode(level: Level, statement: NodeStatement, frontier: readonly End[]): readonly End[] {
  const { target, tree, before } = level;
  const { edges } = target;
  const id = target.nameNode(statement);
  const item = level.ids.push(id) - 1;
  level.items.set(statement.node.id, item);
  const guard = joinEnds(level, frontier);
  level.guards.push(guard);
  target.nodes.push(raiseNode(statement, id, level.parent));
  for (const end of frontier) {
    if (end.item === -1) continue;
    before.add(item, end.item);
    before.addRow(item, end.item);
  }
  const needed = prune(level, frontier);
  for (const end of needed) {
    if (end.stale) level.failed = true;
    if (!end.awaited) addEdge(level, end, id);
  }
  const awaited = needed.filter((end) => end.awaited);
  if (awaited.length > 0) {
    const source = nameWait(level, awaited);
    edges.push({ id: `e${edges.length + 1}`, source, port: "error", target: id });
  }
  if (statement.kind === "forEach" || statement.kind === "repeat") raiseLevel(target, statement.body, id, undefined);
  if (statement.kind === "return" || statement.kind === "fail") {
    level.ended = tree.join([level.ended, guard]);
    return [];
  }
  const ports = findPorts(statement);
  if (ports.length === 0) return [{ item, port: "out", guard }];
  tree.addDecision(item, guard, ports);
  level.decisions.set(item, statement);
  if ("catches" in statement) level.catching.push({ item, dropped: undefined });
  return tree.literalsOf(item).map((literal) => ({ item, port: tree.port[literal] ?? "", guard: literal }));
}

/** The ends without those that others imply: nothing waits longer or runs otherwise for them. Those from the nearest nodes stay. */
function prune(level: Level, frontier: readonly End[]): readonly End[] {
  const { before } = level;
  const guard = joinEnds(level, frontier);
  const perItem = new Map<number, number>();
  for (const { item } of frontier) perItem.set(item, (perItem.get(item) ?? 0) + 1);
  const items = [...perItem.keys()];
  const earlier = before.unionMembers(items);
  const started = items.some((item) => item !== -1);
  const covered = new Set(items.filter((item) => (item === -1 ? started : ((earlier[item >>> 5] ?? 0) & (1 << (item & 31))) !== 0)));
  const kept = new Set(frontier);
  const farthest = frontier.filter(({ item }) => covered.has(item) || (perItem.get(item) ?? 0) > 1).sort((a, b) => a.item - b.item);
  for (const end of farthest) {
    const left = perItem.get(end.item) ?? 0;
    if (left === 1 && !covered.has(end.item)) continue;
    kept.delete(end);
    if (kept.size > 0 && joinEnds(level, [...kept]) === guard) perItem.set(end.item, left - 1);
    else kept.add(end);
  }
  return frontier.filter((end) => kept.has(end));
}

function addEdge(level: Level, end: End, target: string): void {
  const source = end.item === -1 ? level.start : level.ids[end.item];
  if (source === undefined) return;
  const { edges } = level.target;
  edges.push({ id: `e${edges.length + 1}`, source, ...(end.port === "out" ? {} : { port: end.port }), target });
}

/**
 * An empty step whose `error` edge is never live, and yet waited for: so a node follows others though its condition doesn't. The code
 * says that by the order of its statements.
 */
function nameWait(level: Level, ends: readonly End[]): string {
  const firsts = [...new Map(ends.map((end) => [end.item, end])).values()];
  const key = firsts.map(({ item }) => item).join();
  const known = level.waits.get(key);
  if (known !== undefined) return known;
  const id = addFiller(level, "code", { source: "" });
  for (const end of firsts) addEdge(level, end, id);
  level.waits.set(key, id);
  return id;
}

/** Adds a disabled node, which the code leaves out. */
function addFiller({ target, parent }: Level, kind: string, config: Record<string, Json>): string {
  const id = target.nameFresh("ignored");
  target.nodes.push({ id, kind, config, ...(parent === undefined ? {} : { parent }), disabled: true });
  return id;
}

/** A step catches because an edge leaves its `error` port. Where nothing needs one, it leads to an empty step: a disabled node. */
function keepCatching(level: Level): void {
  const { edges } = level.target;
  const caught = new Set(edges.flatMap((edge) => (edge.port === "error" ? [edge.source] : [])));
  for (const { item } of level.catching) {
    const source = level.ids[item] ?? "";
    if (caught.has(source)) continue;
    const id = addFiller(level, "control.set", { fields: {} });
    edges.push({ id: `e${edges.length + 1}`, source, port: "error", target: id });
  }
}

function findPorts(statement: NodeStatement): readonly string[] {
  if (statement.kind === "decide" || statement.kind === "branch") return [...new Set(statement.choices.map((choice) => choice.port))];
  if (statement.kind === "approval") return ["approved", "rejected", ...(statement.timeout === undefined ? [] : ["timeout"])];
  if (statement.kind === "event") return ["out", ...(statement.timeout === undefined ? [] : ["timeout"])];
  return "catches" in statement && statement.catches ? ["out", "error"] : [];
}

function unite(frontiers: readonly (readonly End[])[]): readonly End[] {
  const ends = new Map<string, End>();
  for (const frontier of frontiers) for (const end of frontier) if (end.stale || !ends.has(nameEnd(end))) ends.set(nameEnd(end), end);
  return [...ends.values()];
}

function nameEnd({ item, port, awaited }: End): string {
  return awaited ? `${item}` : `${item} ${port}`;
}

function statementOf(level: Level, item: number): NodeStatement {
  const statement = level.decisions.get(item);
  invariant(statement, "a tested node decides");
  return statement;
}

/** An upper bound of a level's nodes: each branch and guard may need tests of its own. */
function countNodes(block: Block): number {
  let count = 0;
  for (const statement of block) {
    if (statement.kind === "branch")
      count += 1 + statement.arms.length + statement.arms.reduce((sum, arm) => sum + countNodes(arm.body), 0);
    else if (statement.kind === "guard") count += 1 + countNodes(statement.body);
    else if (statement.kind === "parallel") count += statement.arms.reduce((sum, arm) => sum + countNodes(arm), 0);
    else if (statement.kind === "tasks") count += statement.tasks.reduce((sum, task) => sum + countNodes(task.body), 0);
    else count++;
  }
  return count;
}
