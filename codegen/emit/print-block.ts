import { invariant } from "../invariant.ts";
import { printBinding } from "./bind.ts";
import { printComment } from "./comment.ts";
import type { EmitContext } from "./context.ts";
import type { Doc, StatementDoc } from "./doc.ts";
import { hardline, join } from "./doc.ts";
import { printString } from "./literal.ts";
import type { PlanBlock, PlanStatement } from "./plan.ts";
import { printBranch } from "./statements/branch.ts";
import { printDecide } from "./statements/decide.ts";
import { printFail } from "./statements/fail.ts";
import { printForEach } from "./statements/for-each.ts";
import { printGuard } from "./statements/guard.ts";
import { printParallel } from "./statements/parallel.ts";
import { printRepeat } from "./statements/repeat.ts";
import { printReturn } from "./statements/return.ts";
import { printSet } from "./statements/set.ts";
import { printSleep } from "./statements/sleep.ts";
import { printStep } from "./statements/step.ts";
import { printTasks } from "./statements/tasks.ts";
import { printWait } from "./statements/wait.ts";
import { mark } from "./doc.ts";

/** The statements of a block, each with what its names need before and after it. */
export function printBlock(block: PlanBlock, context: EmitContext): StatementDoc[] {
  // The statement that ends a `repeat` is its test, which the loop prints.
  const printed = block.statements.filter((statement) => !isLoopEnd(statement));
  return printed.map((statement) => ({ content: context.defer(() => printPlanned(statement, context)), spaced: isSpaced(statement) }));
}

function isLoopEnd(statement: PlanStatement): boolean {
  const outer = statement.block.owner;
  return statement.ir.kind === "repeat" && outer?.ir === statement.ir && outer.blocks[0] === statement.block && !isTry(outer);
}

/** Whether the statement's first block is what it tries, and not a loop's body. */
function isTry(statement: PlanStatement): boolean {
  return statement.blocks.length === 2 && "catches" in statement.ir && statement.ir.catches;
}

function printPlanned(statement: PlanStatement, context: EmitContext): Doc {
  const { block } = statement;
  const label = printComment(labelOf(statement));
  const before: Doc[] = statement.lets.map((name) => `let ${name};`);
  if (label !== undefined) before.push(label);
  const ports = decisionsOf(statement).map((id) => printPort(id, block, context));
  const rebinds = statement.rebinds.map(({ name, from }): Doc => `const ${name} = ${from};`);
  const parts = [...before, printStatement(statement, context), ...rebinds, ...ports.flat()];
  return parts.length === 1 ? (parts[0] ?? "") : join(hardline, parts);
}

function labelOf({ ir }: PlanStatement): string {
  return "node" in ir && ir.node ? ir.node.label : "";
}

function isSpaced(statement: PlanStatement): boolean {
  const { ir } = statement;
  return labelOf(statement) !== "" || ir.kind === "branch" || ir.kind === "guard" || ir.kind === "forEach" || ir.kind === "repeat";
}

function decisionsOf(statement: PlanStatement): string[] {
  const all = [statement, ...statement.bare.values()];
  return all.flatMap(({ ir }) => ("node" in ir && ir.node ? [ir.node.id] : []));
}

/** `const orderPort = …;` where something outside asks which port was chosen and the value alone does not tell. */
function printPort(id: string, block: PlanBlock, context: EmitContext): Doc[] {
  const decision = context.planner.decisions.get(id);
  if (!decision || decision.block !== block) return [];
  const name = context.names.portOf(id);
  if (!context.planner.planned.has(name)) return [];
  return [printBinding(name, portExpression(id, decision.kind, context), block)];
}

function portExpression(id: string, kind: string, context: EmitContext): string {
  const [out, error, timeout, approved, rejected] = ["out", "error", "timeout", "approved", "rejected"].map(printString);
  if (kind === "step") return `${context.names.errorOf(id)} ? ${error} : ${out}`;
  if (kind === "event") return `${id} === undefined ? ${timeout} : ${out}`;
  invariant(kind === "approval", "other decisions are their own port");
  return `!${id} ? ${timeout} : ${id}.approved ? ${approved} : ${rejected}`;
}

function printStatement(statement: PlanStatement, context: EmitContext): Doc {
  const { ir } = statement;
  switch (ir.kind) {
    case "call":
    case "code":
    case "child":
      return printStep(ir, statement, context);
    case "set":
      return printSet(ir, statement, context);
    case "sleep":
      return mark(ir.node.id, [], ["await ", printSleep(ir, context), ";"]);
    case "approval":
    case "event":
      return printWait(ir, statement, context);
    case "decide":
      return printDecide(ir, statement, context);
    case "branch":
      return printBranch(ir, statement, context);
    case "guard":
      return printGuard(ir, statement, context);
    case "parallel":
      return printParallel(ir, statement, context);
    case "tasks":
      return printTasks(ir, statement, context);
    case "forEach":
      return printForEach(ir, statement, context);
    case "repeat":
      return printRepeat(ir, statement, context);
    case "return":
      return printReturn(ir, context);
    case "fail":
      return printFail(ir, context);
  }
}
