import type { RepeatStatement } from "../../ir/ir.ts";
import { invariant } from "../../invariant.ts";
import { printBinding } from "../bind.ts";
import type { EmitContext } from "../context.ts";
import type { Doc, StatementDoc } from "../doc.ts";
import { braces, list, mark, statements } from "../doc.ts";
import { printString } from "../literal.ts";
import type { PlanStatement } from "../plan.ts";
import { readText } from "../read-values.ts";
import { printCatch } from "./catch.ts";
import { printCondition } from "./branch.ts";
import { nameSleep } from "./sleep.ts";

/** `for (let round = 1; ; round++) { … }` with the test after the body, a limit and a pause. */
export function printRepeat(ir: RepeatStatement, statement: PlanStatement, context: EmitContext): Doc {
  if (!ir.catches) return printLoop(ir, statement, context);
  const loop = statement.blocks[0]?.statements[0];
  invariant(loop, "a loop that catches is inside its try block");
  return printCatch(printLoop(ir, loop, context), statement, context);
}

function printLoop(ir: RepeatStatement, loop: PlanStatement, context: EmitContext): Doc {
  const body = loop.blocks[0];
  const done = body?.statements.at(-1)?.blocks[0];
  invariant(body && done, "a loop has a body and an end");
  const FatalError = context.names.imported("workflow", "FatalError");
  const outputs = list("{", context.planner.outputsOf(body), "}", true);
  const end: StatementDoc[] = [
    { content: printBinding(ir.node.id, outputs, done), spaced: false },
    { content: "break;", spaced: false },
  ];
  const until = context.expression(ir.until, ir.node, ["until"]);
  const max = context.value(ir.max, ir.node, ["max"]);
  const items: StatementDoc[] = [
    ...context.block(body),
    { content: ["if ", printCondition(until), " ", braces(statements(end))], spaced: false },
    {
      content: ["if (round >= ", max, ") throw new ", FatalError, "(", printString(limitMessage(ir)), ");"],
      spaced: false,
    },
  ];
  if (ir.every !== undefined) {
    items.push({ content: ["await ", nameSleep(ir.node, context), "(", context.value(ir.every, ir.node, ["every"]), ");"], spaced: false });
  }
  const head: Doc = "for (let round = 1; ; round++) ";
  return mark(ir.node.id, [], [head, braces(statements(items))]);
}

/** What a loop that did not come to its end fails with. */
function limitMessage({ node, max }: RepeatStatement): string {
  const count = typeof max === "string" ? readText(max) : undefined;
  const limit = count?.type === "number" ? count.value : max;
  const rounds = typeof limit !== "number" ? "the rounds it may take" : limit === 1 ? "1 round" : `${limit} rounds`;
  return `${node.id} did not finish within ${rounds}`;
}
