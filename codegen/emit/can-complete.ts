import type { Block, BranchStatement, Statement } from "../ir/ir.ts";
import { readExpression } from "./read-values.ts";

const known = new WeakMap<Block, boolean>();

/** Whether TypeScript takes what stands behind these statements for reachable. Where that is hard to tell, it is. */
export function canComplete(body: Block): boolean {
  let complete = known.get(body);
  if (complete === undefined) known.set(body, (complete = readBlock(body)));
  return complete;
}

function readBlock(body: Block): boolean {
  // Loops that can only end by failing, so that nothing but their error port goes on.
  const failing = new Set<string>();
  for (const statement of body) {
    if (!completes(statement, failing)) return false;
    if (statement.kind === "repeat" && !completes({ ...statement, catches: false }, failing)) failing.add(statement.node.id);
  }
  return true;
}

function completes(statement: Statement, failing: ReadonlySet<string>): boolean {
  switch (statement.kind) {
    case "return":
    case "fail":
      return false;
    case "repeat":
      // A round's end is where the loop is left.
      return statement.catches || (canComplete(statement.body) && constantOf(statement.until) !== false);
    case "branch": {
      const only = failing.has(statement.decision) ? "error" : certainPort(statement);
      const arms = only === undefined ? statement.arms : statement.arms.filter(({ port }) => port === only);
      return arms.length === 0 || arms.some((arm) => canComplete(arm.body));
    }
    default:
      return true;
  }
}

/** The port that an `if` on a literal chooses. */
function certainPort({ type, choices }: BranchStatement): string | undefined {
  const constant = type === "if" ? constantOf(choices?.[0]?.when) : undefined;
  return constant === undefined ? undefined : String(constant);
}

function constantOf(text: string | undefined): boolean | undefined {
  const expression = text === undefined ? undefined : readExpression(text);
  return expression?.type === "boolean" ? expression.value : undefined;
}
