import type { ForEachStatement, Value } from "../../ir/ir.ts";
import { invariant } from "../../invariant.ts";
import { printBinding } from "../bind.ts";
import { canComplete } from "../can-complete.ts";
import type { EmitContext } from "../context.ts";
import type { Doc, StatementDoc } from "../doc.ts";
import { braces, hardline, mark, statements } from "../doc.ts";
import { printIdentifier } from "../identifier.ts";
import type { PlanStatement } from "../plan.ts";
import { isSequential } from "../plan.ts";
import { readText } from "../read-values.ts";
import { printCatch } from "./catch.ts";

/** `for (const order of items) { … }`, or `mapConcurrently` where several rounds run at once. */
export function printForEach(ir: ForEachStatement, statement: PlanStatement, context: EmitContext): Doc {
  if (!ir.catches) return printLoop(ir, statement, context);
  const loop = statement.blocks[0]?.statements[0];
  invariant(loop, "a loop that catches is inside its try block");
  return printCatch(printLoop(ir, loop, context), statement, context);
}

function printLoop(ir: ForEachStatement, loop: PlanStatement, context: EmitContext): Doc {
  const body = loop.blocks[0];
  invariant(body, "a loop has a body");
  const items = context.block(body);
  const printed = context.value(ir.items, ir.node, ["items"]);
  // Of an empty list's items TypeScript would say that there can be none, and refuse to read anything of them.
  const value: Doc = isEmptyList(ir.items) ? [printed, " as any[]"] : printed;
  const variable = printIdentifier(ir.as);
  if (!isSequential(ir.concurrency)) return printConcurrent(ir, loop, items, value, context);
  const head = ["for (const ", variable, " of ", value, ") "];
  if (ir.collect === undefined) return mark(ir.node.id, [], [head, printBody(items)]);
  const list = listName(ir, loop, context);
  const push: StatementDoc = {
    content: [list, ".push(", context.value(ir.collect, ir.node, ["collect"]), ");"],
    spaced: false,
  };
  // What a list holds is told by what is pushed, unless no round comes that far.
  const type = canComplete(ir.body) ? "" : ": any[]";
  const filled: Doc = ["const ", list, type, " = [];", hardline, head, printBody([...items, push])];
  const bound = list === ir.node.id ? filled : [filled, hardline, printBinding(ir.node.id, list, loop.block)];
  return mark(ir.node.id, [], bound);
}

function printConcurrent(ir: ForEachStatement, loop: PlanStatement, items: readonly StatementDoc[], value: Doc, context: EmitContext): Doc {
  const mapConcurrently = context.names.imported("@/plugins/kit/map-concurrently", "mapConcurrently");
  const all = [...items];
  if (ir.collect !== undefined) {
    all.push({ content: ["return ", context.value(ir.collect, ir.node, ["collect"]), ";"], spaced: false });
  }
  const limit = context.value(ir.concurrency, ir.node, ["concurrency"]);
  const call = ["await ", mapConcurrently, "(", value, ", ", limit, ", async (", printIdentifier(ir.as), ") => ", printBody(all), ")"];
  return mark(ir.node.id, [], ir.collect === undefined ? [call, ";"] : printBinding(ir.node.id, call, loop.block));
}

/** The list is the result itself unless it is assigned elsewhere or read by a closure, where TypeScript could not type it. */
function listName(ir: ForEachStatement, loop: PlanStatement, context: EmitContext): string {
  const direct = loop.block.modes.get(ir.node.id)?.how === "declare" && !ir.catches;
  const captured = context.planner.isCaptured(ir.node.id, loop.block);
  return direct && !captured ? ir.node.id : context.names.itemsOf(ir.node.id);
}

function isEmptyList(items: Value): boolean {
  if (Array.isArray(items)) return items.length === 0;
  const whole = typeof items === "string" ? readText(items) : undefined;
  return whole?.type === "array" && whole.elements.length === 0;
}

function printBody(items: readonly StatementDoc[]): Doc {
  return braces(items.length > 0 ? statements(items) : undefined);
}
