import type { BranchStatement } from "../../ir/ir.ts";
import { choicePath, negate, printLiteral, printWhen } from "../conditions.ts";
import type { EmitContext } from "../context.ts";
import type { Doc, StatementDoc } from "../doc.ts";
import { group, hardline, indent, mark, softline, statements } from "../doc.ts";
import { printComment } from "../comment.ts";
import type { PlanBlock, PlanStatement } from "../plan.ts";
import { isWithin } from "../plan.ts";
import { isNegation } from "../read-values.ts";

interface PrintedArm {
  /** Undefined for a last `else`. */
  readonly condition: Doc | undefined;
  readonly items: readonly StatementDoc[];
  readonly comment?: string | undefined;
}

/** `if (…) { … } else { … }` on a decision made here or before. */
export function printBranch(ir: BranchStatement, statement: PlanStatement, context: EmitContext): Doc {
  const chained = chainedIf(ir, statement, context);
  const chain = printChain(printArms(ir, statement, chained !== undefined, context), chained);
  return ir.node ? mark(ir.node.id, [], chain) : chain;
}

function printArms(ir: BranchStatement, statement: PlanStatement, chained: boolean, context: EmitContext): PrintedArm[] {
  if (!ir.choices) return printTested(ir, statement, context);
  return ir.type === "switch" ? printSwitch(ir, statement, context) : printIf(ir, statement, chained, context);
}

/** An `if` whose `else` holds nothing but another `if` goes on as `else if`. */
function chainedIf(ir: BranchStatement, statement: PlanStatement, context: EmitContext): Doc | undefined {
  if (ir.type !== "if") return undefined;
  const other = armOf(ir, "false", statement);
  const only = other?.statements.length === 1 ? other.statements[0] : undefined;
  if (!only || only.ir.kind !== "branch" || only.ir.type !== "if" || !only.ir.node || only.ir.node.label !== "") return undefined;
  if (only.lets.length > 0 || only.rebinds.length > 0) return undefined;
  if (armOf(ir, "true", statement)?.statements.length === 0) return undefined;
  return printBranch(only.ir, only, context);
}

function printIf(ir: BranchStatement, statement: PlanStatement, chained: boolean, context: EmitContext): PrintedArm[] {
  const when = ir.choices?.[0]?.when ?? "true";
  const node = ir.node ?? { id: ir.decision, label: "" };
  const yes = itemsOf(armOf(ir, "true", statement), context);
  // A chained `if` is printed already.
  const no = chained ? [] : itemsOf(armOf(ir, "false", statement), context);
  if (yes.length === 0 && no.length > 0) return [{ condition: negate(when, node, context), items: no }];
  const arms: PrintedArm[] = [{ condition: printWhen(when, node, ["when"], context), items: yes }];
  // `!(…)` alone means that only the other port is taken, so a condition that looks like that says that it has no `else`.
  if (chained || no.length > 0 || (yes.length > 0 && isNegation(when))) arms.push({ condition: undefined, items: no });
  return arms;
}

function printSwitch(ir: BranchStatement, statement: PlanStatement, context: EmitContext): PrintedArm[] {
  const node = ir.node ?? { id: ir.decision, label: "" };
  const arms: PrintedArm[] = [];
  ir.choices?.forEach((choice, index) => {
    const items = itemsOf(armOf(ir, choice.port, statement), context);
    if (choice.when === undefined) {
      if (items.length > 0) arms.push({ condition: undefined, items });
      return;
    }
    const condition = printWhen(choice.when, node, choicePath("switch", index), context);
    arms.push({ condition, items, comment: printComment(`case ${choice.port}`) });
  });
  return arms;
}

function printTested(ir: BranchStatement, statement: PlanStatement, context: EmitContext): PrintedArm[] {
  const decision = context.planner.decisions.get(ir.decision);
  const arms = ir.arms.flatMap((arm, index): { port: string; block: PlanBlock }[] => {
    const block = statement.blocks[index];
    return block && block.statements.length > 0 ? [{ port: arm.port, block }] : [];
  });
  // A wait that ran out of time is told first, so that the others know that there is an answer; a failure first as well.
  const order = (port: string): number => (port === "timeout" || port === "error" ? 0 : 1);
  arms.sort((a, b) => order(a.port) - order(b.port));
  const certain = decision !== undefined && isWithin(statement.block, decision.block);
  const complete = certain && arms.length > 1 && arms.length === decision.ports.length;
  return arms.map(({ port, block }, index) => ({
    condition:
      complete && index === arms.length - 1
        ? undefined
        : printLiteral({ decision: ir.decision, port }, statement, context, arms[0]?.port === "timeout"),
    items: context.block(block),
  }));
}

function printChain(arms: readonly PrintedArm[], chained: Doc | undefined): Doc {
  return arms.map((arm, index): Doc => {
    const otherwise = index === 0 ? "" : " else ";
    if (arm.condition === undefined && chained) return [otherwise, chained];
    const head = arm.condition === undefined ? "" : ["if ", printCondition(arm.condition), " "];
    return [otherwise, head, printArm(arm)];
  });
}

/** `(condition)`, on lines of its own where it is long. */
export function printCondition(condition: Doc): Doc {
  return group("(", indent(softline, condition), softline, ")");
}

function printArm(arm: PrintedArm): Doc {
  const body = arm.items.length > 0 ? [statements(arm.items)] : [];
  const content: Doc[] = arm.comment === undefined ? body : body.length > 0 ? [arm.comment, blank, body] : [arm.comment];
  return content.length > 0 ? ["{", indent(hardline, content), hardline, "}"] : ["{", hardline, "}"];
}

const blank: Doc = [hardline, hardline];

function armOf(ir: BranchStatement, port: string, statement: PlanStatement): PlanBlock | undefined {
  return statement.blocks[ir.arms.findIndex((arm) => arm.port === port)];
}

function itemsOf(block: PlanBlock | undefined, context: EmitContext): readonly StatementDoc[] {
  return block ? context.block(block) : [];
}
