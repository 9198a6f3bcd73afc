import type { Block, BranchStatement, Literal, Statement, Value } from "../ir/ir.ts";
import { invariant } from "../invariant.ts";
import { readsValueOf } from "../ir/find-reads.ts";
import { hasDoubleCase } from "./double-case.ts";
import type { Names } from "./names.ts";
import type { NameUse } from "./read-values.ts";

/** A block as it will be printed: a closure or the braces of a statement. `place-names.ts` decides where each name is declared. */
export interface PlanBlock {
  readonly kind: "plain" | "closure";
  readonly owner: PlanStatement | undefined;
  readonly depth: number;
  readonly statements: PlanStatement[];
  /** For a closure: the names it hands out, in the order they are bound. */
  readonly returns: string[];
  /** For a task's closure: names of the task `from` that it reads. */
  readonly imports: { readonly from: number; readonly name: string }[];
  /** How a name is bound by a statement of this block. */
  readonly modes: Map<string, Binding>;
}

export interface Binding {
  readonly name: string;
  /** `declare`: a constant; `assign`: an outer `let` of the same name; `copy`: a constant, copied to the outer `let` called `to`. */
  readonly how: "declare" | "assign" | "copy";
  readonly to: string;
}

export interface PlanStatement {
  readonly ir: Statement;
  readonly block: PlanBlock;
  readonly index: number;
  /** Nested blocks, in the order the kind of statement defines. */
  readonly blocks: PlanBlock[];
  /** For a parallel or tasks statement: the arms that are a bare call, as a statement of the enclosing block. */
  readonly bare: Map<number, PlanStatement>;
  /** For a step that catches: the branch on its failure that directly follows, printed inside `catch`. */
  readonly caught: BranchStatement | undefined;
  /** Names of variables that are declared with `let` before the statement. */
  readonly lets: string[];
  /** Names that get a constant of their own after the statement, with the `let` they are read from. */
  readonly rebinds: { readonly name: string; readonly from: string }[];
}

export interface NamePlace {
  readonly block: PlanBlock;
  /** Inside an arrow function of an expression: TypeScript forgets there what it knows of a `let`. */
  readonly captured: boolean;
}

export interface PlannedName {
  readonly name: string;
  readonly home: PlanBlock;
  readonly order: number;
  readonly uses: NamePlace[];
  /** Set when the name is the result of a task that is a bare call. */
  readonly task: { readonly statement: PlanStatement; readonly index: number } | undefined;
}

/** Where a decision was made, to know later whether it certainly was. */
export interface Decision {
  readonly kind: "if" | "switch" | "approval" | "event" | "step";
  readonly block: PlanBlock;
  readonly ports: readonly string[];
  /** Whether a wait always ends with an answer. */
  readonly answered?: boolean;
}

export interface PlanContext {
  readonly names: Names;
  readonly usesOf: (value: Value) => readonly NameUse[];
  readonly usesOfExpression: (text: string) => readonly NameUse[];
}

/** Arranges a workflow's statements as they will be printed: which ones merge, which blocks are closures, where each name is bound and used. */
export class Planner {
  readonly root: PlanBlock = makeBlock("plain", undefined);
  readonly planned = new Map<string, PlannedName>();
  readonly decisions = new Map<string, Decision>();
  readonly context: PlanContext;
  /** The task whose bare call is being planned. */
  private task: PlannedName["task"];

  constructor(body: Block, context: PlanContext) {
    this.context = context;
    this.fill(this.root, body);
  }

  private fill(block: PlanBlock, written: Block): void {
    const body = written.flatMap(separateDecision);
    for (let index = 0; index < body.length; index++) {
      const ir = body[index];
      invariant(ir, "a block has no holes");
      const following = body[index + 1];
      const caught = "catches" in ir && ir.catches && isCaughtBranch(following, ir.node.id) ? following : undefined;
      const statement = makeStatement(ir, block, caught);
      block.statements.push(statement);
      this.planStatement(statement);
      if (caught) index += 1;
    }
  }

  private planStatement(statement: PlanStatement): void {
    const { ir, block } = statement;
    switch (ir.kind) {
      case "call":
        return this.planStep(statement, ir.catches, (at) => this.noteValue(ir.config, at));
      case "code":
        return this.planStep(statement, ir.catches, (at) => this.noteValue(ir.inputs, at));
      case "child":
        return this.planStep(statement, ir.catches, (at) => this.noteValue(ir.input, at));
      case "set":
        this.noteValue(ir.fields, block);
        return this.bind(ir.node.id, block);
      case "sleep":
        return this.noteValue(ir.value, block);
      case "approval":
        for (const value of [ir.message, ir.timeout, ir.notify]) this.noteValue(value, block);
        this.decisions.set(ir.node.id, {
          kind: "approval",
          block,
          ports: ["approved", "rejected", ...(ir.timeout === undefined ? [] : ["timeout"])],
          answered: ir.timeout === undefined,
        });
        return this.bind(ir.node.id, block);
      case "event":
        this.noteValue(ir.timeout, block);
        this.decisions.set(ir.node.id, { kind: "event", block, ports: ["out", ...(ir.timeout === undefined ? [] : ["timeout"])] });
        return this.bind(ir.node.id, block);
      case "decide":
        for (const choice of ir.choices) this.noteExpression(choice.when, block);
        this.decisions.set(ir.node.id, { kind: ir.type, block, ports: ir.choices.map((choice) => choice.port) });
        return this.bind(ir.node.id, block);
      case "branch":
        return this.planBranch(statement, ir);
      case "guard":
        for (const literal of ir.anyOf) this.noteLiteral(literal, block);
        return this.nest(statement, "plain", ir.body);
      case "parallel":
        ir.arms.forEach((arm, index) => this.planArm(statement, index, arm, false));
        return;
      case "tasks":
        ir.tasks.forEach((task, index) => this.planArm(statement, index, task.body, task.after.length > 0));
        return;
      case "forEach":
        this.noteValue(ir.items, block);
        this.noteValue(ir.concurrency, block);
        return this.planContainer(statement, ir.catches);
      case "repeat":
        return this.planContainer(statement, ir.catches);
      case "return":
        for (const value of [ir.value, ir.status, ir.headers]) this.noteValue(value, block);
        return;
      case "fail":
        return this.noteValue(ir.message, block);
    }
  }

  private planStep(statement: PlanStatement, catches: boolean, noteInputs: (at: PlanBlock) => void): void {
    const { ir, block } = statement;
    invariant("node" in ir && ir.node, "a step stands for a node");
    if (!catches) {
      noteInputs(block);
      return this.bind(ir.node.id, block);
    }
    const inside = this.planCatch(statement);
    noteInputs(inside);
    this.bind(ir.node.id, inside);
    this.planCaught(statement);
  }

  /** The `try` block and the decision; the `catch` block comes after what is tried. */
  private planCatch(statement: PlanStatement): PlanBlock {
    const { ir, block } = statement;
    invariant("node" in ir && ir.node, "what catches stands for a node");
    this.decisions.set(ir.node.id, { kind: "step", block, ports: ["out", "error"] });
    return this.open(statement, "plain");
  }

  private planCaught(statement: PlanStatement): void {
    const { ir, caught } = statement;
    invariant("node" in ir && ir.node, "what catches stands for a node");
    const handler = this.open(statement, "plain");
    this.bind(this.context.names.errorOf(ir.node.id), handler);
    const arm = caught?.arms.find(({ port }) => port === "error");
    if (arm) this.fill(handler, arm.body);
  }

  private planContainer(statement: PlanStatement, catches: boolean): void {
    const tried = catches ? this.planCatch(statement) : statement.block;
    // Inside `try` the loop is a statement of its own.
    const loop = catches ? makeStatement(statement.ir, tried, undefined) : statement;
    if (catches) tried.statements.push(loop);
    const { ir } = loop;
    invariant(ir.kind === "forEach" || ir.kind === "repeat", "only loops are containers");
    const body = this.open(loop, ir.kind === "forEach" && !isSequential(ir.concurrency) ? "closure" : "plain");
    this.fill(body, ir.body);
    if (ir.kind === "forEach") {
      if (ir.collect !== undefined) {
        this.noteValue(ir.collect, body);
        this.bind(ir.node.id, tried);
      }
    } else {
      this.noteExpression(ir.until, body);
      this.noteValue(ir.max, body);
      this.noteValue(ir.every, body);
      for (const name of this.outputsOf(body)) this.use(name, body, false);
      const done = this.open(loop, "plain", body);
      this.bind(ir.node.id, done);
    }
    if (catches) this.planCaught(statement);
  }

  /** The nodes of a loop's body, at any depth but not in loops inside it, that bind a value. */
  outputsOf(body: PlanBlock): string[] {
    const found: string[] = [];
    const visit = (block: PlanBlock): void => {
      for (const statement of block.statements) {
        if (statement.ir === body.owner?.ir) continue;
        for (const { ir } of statement.bare.values()) addOutput(ir, found);
        addOutput(statement.ir, found);
        if (statement.ir.kind === "forEach" || statement.ir.kind === "repeat") {
          // Its handler's nodes are of this scope, the loop's own are not.
          if (statement.caught) statement.blocks.slice(1).forEach(visit);
          continue;
        }
        statement.blocks.forEach(visit);
      }
    };
    visit(body);
    return found.toSorted((a, b) => (this.planned.get(a)?.order ?? 0) - (this.planned.get(b)?.order ?? 0));
  }

  private planBranch(statement: PlanStatement, ir: BranchStatement): void {
    if (ir.choices) for (const choice of ir.choices) this.noteExpression(choice.when, statement.block);
    else for (const literal of this.testedLiterals(ir)) this.noteLiteral(literal, statement.block);
    for (const arm of ir.arms) this.nest(statement, "plain", arm.body);
  }

  private testedLiterals(ir: BranchStatement): Literal[] {
    return ir.arms.filter((arm) => arm.body.length > 0).map((arm) => ({ decision: ir.decision, port: arm.port }));
  }

  private planArm(statement: PlanStatement, index: number, body: Block, waits: boolean): void {
    const only = body.length === 1 ? body[0] : undefined;
    if (!only || waits || !isBareCall(only)) return this.nest(statement, "closure", body);
    const bare = makeStatement(only, statement.block, undefined, statement.index);
    statement.bare.set(index, bare);
    // Keeps arms and blocks at the same positions.
    this.open(statement, "closure");
    this.task = statement.ir.kind === "tasks" ? { statement, index } : undefined;
    this.planStatement(bare);
    this.task = undefined;
  }

  private nest(statement: PlanStatement, kind: PlanBlock["kind"], body: Block): void {
    this.fill(this.open(statement, kind), body);
  }

  private open(statement: PlanStatement, kind: PlanBlock["kind"], inside?: PlanBlock): PlanBlock {
    const owner = inside ? makeStatement(statement.ir, inside, undefined) : statement;
    if (inside) inside.statements.push(owner);
    const block = makeBlock(kind, owner);
    owner.blocks.push(block);
    return block;
  }

  private bind(name: string, home: PlanBlock): void {
    this.planned.set(name, { name, home, order: this.planned.size, uses: [], task: this.task });
  }

  private use(name: string, block: PlanBlock, captured: boolean): void {
    this.planned.get(name)?.uses.push({ block, captured });
  }

  private noteValue(value: Value | undefined, block: PlanBlock): void {
    if (value === undefined) return;
    for (const { name, captured } of this.context.usesOf(value)) this.use(name, block, captured);
  }

  private noteExpression(text: string | undefined, block: PlanBlock): void {
    if (text === undefined) return;
    for (const { name, captured } of this.context.usesOfExpression(text)) this.use(name, block, captured);
  }

  private noteLiteral(literal: Literal, block: PlanBlock): void {
    const decision = this.decisions.get(literal.decision);
    invariant(decision, `decision ${literal.decision} is made before it is tested`);
    const name = this.variableOf(literal, block);
    if (name === this.context.names.portOf(literal.decision) && !this.planned.has(name)) {
      this.bind(name, decision.block);
      if (decision.kind === "step") this.use(this.context.names.errorOf(literal.decision), decision.block, false);
    }
    this.use(name, block, false);
  }

  /** Whether a closure inside `block` reads the name. */
  isCaptured(name: string, block: PlanBlock): boolean {
    return (this.planned.get(name)?.uses ?? []).some((use) => use.captured || crossesClosure(use.block, block));
  }

  /** The variable a literal is tested on, seen from a block. */
  variableOf(literal: Literal, from: PlanBlock): string {
    const decision = this.decisions.get(literal.decision);
    invariant(decision, `decision ${literal.decision} is made before it is tested`);
    const { names } = this.context;
    if (!isWithin(from, decision.block)) {
      const needsPort =
        decision.kind === "event" ||
        (decision.kind === "approval" && literal.port === "timeout") ||
        (decision.kind === "step" && literal.port === "out");
      if (needsPort) return names.portOf(literal.decision);
    }
    return decision.kind === "step" ? names.errorOf(literal.decision) : literal.decision;
  }
}

/** Whether a closure stands between `outer` and the block inside it. */
export function crossesClosure(from: PlanBlock, outer: PlanBlock): boolean {
  for (let block = from; block !== outer;) {
    if (block.kind === "closure") return true;
    if (!block.owner) return false;
    block = block.owner.block;
  }
  return false;
}

/** Whether `block` is `outer` or inside it. */
export function isWithin(block: PlanBlock, outer: PlanBlock): boolean {
  let current: PlanBlock | undefined = block;
  while (current && current.depth > outer.depth) current = current.owner?.block;
  return current === outer;
}

/** Whether a loop's rounds run one after the other. */
export function isSequential(concurrency: Value): boolean {
  return concurrency === 1;
}

/** A `switch` with two cases for one port names its decision first, so that the port's arm is printed once. */
function separateDecision(ir: Statement): readonly Statement[] {
  if (ir.kind !== "branch" || !hasDoubleCase(ir)) return [ir];
  const decide: Statement = { kind: "decide", node: ir.node, type: "switch", choices: ir.choices };
  return [decide, { kind: "branch", decision: ir.decision, arms: ir.arms }];
}

/** Statements that are one awaited expression, so that an arm of `Promise.all` needs no function around it. */
function isBareCall(ir: Statement): boolean {
  switch (ir.kind) {
    case "call":
    case "code":
    case "child":
      return !ir.catches;
    case "sleep":
    case "approval":
    case "event":
      return true;
    default:
      return false;
  }
}

function isCaughtBranch(ir: Statement | undefined, decision: string): ir is BranchStatement {
  if (ir?.kind !== "branch" || ir.choices || ir.decision !== decision) return false;
  // What handles the failure cannot read, inside `catch`, the value that was not assigned.
  return ir.arms.every((arm) => (arm.port === "error" ? arm.body.length > 0 && !readsValueOf(arm.body, decision) : arm.body.length === 0));
}

function addOutput(ir: Statement, into: string[]): void {
  switch (ir.kind) {
    case "call":
    case "code":
    case "child":
    case "set":
    case "approval":
    case "event":
    case "repeat":
      into.push(ir.node.id);
      return;
    case "forEach":
      if (ir.collect !== undefined) into.push(ir.node.id);
      return;
    default:
  }
}

function makeBlock(kind: PlanBlock["kind"], owner: PlanStatement | undefined): PlanBlock {
  const depth = owner ? owner.block.depth + 1 : 0;
  return { kind, owner, depth, statements: [], returns: [], imports: [], modes: new Map() };
}

function makeStatement(
  ir: Statement,
  block: PlanBlock,
  caught: BranchStatement | undefined,
  index = block.statements.length,
): PlanStatement {
  return { ir, block, index, blocks: [], bare: new Map(), caught, lets: [], rebinds: [] };
}
