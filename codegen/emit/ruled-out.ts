import type { Block, Literal, Statement } from "../ir/ir.ts";
import { canComplete } from "./can-complete.ts";
import type { PlanBlock, PlanStatement } from "./plan.ts";

/**
 * Whether TypeScript knows at a statement that a decision did not choose a port: where it did, the code has ended before. A test for that port is
 * then one "without overlap", though the document has it.
 */
export function isRuledOut(literal: Literal, at: PlanStatement): boolean {
  for (let statement: PlanStatement | undefined = at; statement; statement = statement.block.owner) {
    const { block, index } = statement;
    if (endingStatements(block).some((before) => before.index < index && rulesOut(before.ir, literal))) return true;
  }
  return false;
}

const known = new WeakMap<PlanBlock, readonly PlanStatement[]>();

/** The statements of a block behind which something may be known; few blocks have any. */
function endingStatements(block: PlanBlock): readonly PlanStatement[] {
  let found = known.get(block);
  if (!found) known.set(block, (found = block.statements.filter(({ ir }) => mayEnd(ir))));
  return found;
}

function mayEnd(statement: Statement): boolean {
  switch (statement.kind) {
    case "branch":
      return statement.arms.some(({ body }) => !canComplete(body) || body.some(mayEnd));
    case "guard":
      return !canComplete(statement.body);
    case "repeat":
      return statement.body.some(mayEnd);
    default:
      return false;
  }
}

function rulesOut(statement: Statement, { decision, port }: Literal): boolean {
  const literal = { decision, port };
  const inBlock = (body: Block): boolean => body.some((inner) => rulesOut(inner, literal));
  switch (statement.kind) {
    case "branch": {
      const tested = statement.decision === decision && statement.arms.some((arm) => arm.port === port && !canComplete(arm.body));
      const going = statement.arms.filter(({ body }) => canComplete(body));
      return tested || (going.length > 0 && going.every(({ body }) => inBlock(body)));
    }
    case "guard":
      return !canComplete(statement.body) && statement.anyOf.some((one) => one.decision === decision && one.port === port);
    case "repeat":
      return inBlock(statement.body);
    default:
      return false;
  }
}
