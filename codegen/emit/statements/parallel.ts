import type { ParallelStatement } from "../../ir/ir.ts";
import { invariant } from "../../invariant.ts";
import { printPattern } from "../bind.ts";
import { printComment } from "../comment.ts";
import type { EmitContext } from "../context.ts";
import type { Doc } from "../doc.ts";
import { hardline, indent, join, list, mark } from "../doc.ts";
import { patternNames } from "../place-names.ts";
import type { PlanBlock, PlanStatement } from "../plan.ts";
import { printBareCall } from "./bare-call.ts";
import { printArrayPattern, printClosure, printHandedOut } from "./closure.ts";

/** `const [a, b] = await Promise.all([ … ]);` */
export function printParallel(ir: ParallelStatement, statement: PlanStatement, context: EmitContext): Doc {
  const names = patternNames(statement);
  const pattern = printArrayPattern(ir.arms.map((_, index) => armPattern(statement, index, names)));
  const value = ["await Promise.all(", printArms(statement, context), ")"];
  return pattern === undefined ? [value, ";"] : printPattern(pattern, names, value, statement.block);
}

/** What an arm or a task binds in the pattern. */
export function armPattern(statement: PlanStatement, index: number, names: readonly string[]): Doc | undefined {
  const bare = statement.bare.get(index);
  const block = statement.blocks[index];
  invariant(block, "an arm has a block");
  if (!bare)
    return printHandedOut(
      block,
      block.returns.filter((name) => names.includes(name)),
    );
  const id = "node" in bare.ir ? bare.ir.node?.id : undefined;
  return id !== undefined && names.includes(id) ? id : undefined;
}

function printArms(statement: PlanStatement, context: EmitContext): Doc {
  const arms = statement.blocks.map((block, index) => printArm(statement, block, index, context));
  if (arms.every((arm) => arm.comment === undefined) && statement.bare.size === arms.length) {
    // Calls side by side read better one a line.
    return arms.length > 1
      ? [
          "[",
          indent(
            hardline,
            join(
              [",", hardline],
              arms.map((arm) => arm.content),
            ),
            ",",
          ),
          hardline,
          "]",
        ]
      : list(
          "[",
          arms.map((arm) => arm.content),
          "]",
        );
  }
  const items = arms.map(({ comment, content }): Doc => (comment === undefined ? [content, ","] : [comment, hardline, content, ","]));
  return ["[", indent(hardline, join(hardline, items)), hardline, "]"];
}

function printArm(
  statement: PlanStatement,
  block: PlanBlock,
  index: number,
  context: EmitContext,
): { comment: Doc | undefined; content: Doc } {
  const bare = statement.bare.get(index);
  if (!bare) return { comment: undefined, content: printClosure(block, [], context) };
  const node = "node" in bare.ir ? bare.ir.node : undefined;
  invariant(node, "a bare call stands for a node");
  return { comment: printComment(node.label), content: mark(node.id, [], printBareCall(bare, context)) };
}
