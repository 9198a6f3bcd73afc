import type { Arm, BranchStatement, Block, DecideStatement, Literal, Statement } from "../ir/ir.ts";
import { walkNodes } from "../ir/walk-nodes.ts";

/**
 * Makes the blocks of one level read as a person would write them: an `if` or `switch` whose only test follows at once is made in place, and
 * what follows an arm that always ends the run (`if (…) { return … }`) is not indented. Tests joined by "or" are in the order of the code.
 */
export function finishBlock(block: Block): Block {
  const uses = new Map<string, number>();
  countTests(block, uses);
  const places = new Map<string, number>();
  for (const { node } of walkNodes(block)) places.set(node.id, places.size);
  return finish(block, { uses, places });
}

interface Context {
  /** How often each decision is tested. */
  readonly uses: ReadonlyMap<string, number>;
  /** Where each node is in the code. */
  readonly places: ReadonlyMap<string, number>;
}

function finish(block: Block, context: Context): Block {
  const done: Statement[] = [];
  for (let index = 0; index < block.length; index++) {
    const statement = block[index];
    if (!statement) break;
    const next = block[index + 1];
    const tests = statement.kind === "decide" ? (context.uses.get(statement.node.id) ?? 0) : -1;
    if (statement.kind === "decide" && tests === 0) {
      done.push(decideHere(statement, undefined));
    } else if (statement.kind === "decide" && tests === 1 && next?.kind === "branch" && next.decision === statement.node.id) {
      done.push(...flatten(finishInside(decideHere(statement, next), context)));
      index++;
    } else {
      done.push(...flatten(finishInside(statement, context)));
    }
  }
  return done;
}

/** The loops of a level are levels of their own, finished already. */
function finishInside<Kind extends Statement>(statement: Kind, context: Context): Statement {
  switch (statement.kind) {
    case "branch":
      return { ...statement, arms: finishArms(statement.arms, context) };
    case "guard":
      return { ...statement, anyOf: sortByPlace(statement.anyOf, context.places), body: finish(statement.body, context) };
    case "parallel":
      return { ...statement, arms: statement.arms.map((arm) => finish(arm, context)) };
    case "tasks":
      return { ...statement, tasks: statement.tasks.map((task) => ({ ...task, body: finish(task.body, context) })) };
    default:
      return statement;
  }
}

/** A loop, not a callback: arms nest, and a callback takes twice the stack. */
function finishArms(arms: readonly Arm[], context: Context): Arm[] {
  const done: Arm[] = [];
  for (const arm of arms) done.push({ ...arm, body: finish(arm.body, context) });
  return done;
}

function sortByPlace(literals: readonly Literal[], places: ReadonlyMap<string, number>): Literal[] {
  return [...literals].sort((a, b) => (places.get(a.decision) ?? 0) - (places.get(b.decision) ?? 0));
}

function decideHere(decide: DecideStatement, branch: BranchStatement | undefined): BranchStatement {
  const { node, type, choices } = decide;
  const ports = [...new Set(choices.map((choice) => choice.port))];
  return { kind: "branch", decision: node.id, node, type, choices, arms: branch?.arms ?? ports.map((port) => ({ port, body: [] })) };
}

/** When all arms but one end the run, that one goes on after the branch; when all do, the main line does. */
function flatten(statement: Statement): Statement[] {
  if (statement.kind !== "branch") return [statement];
  const going = statement.arms.filter((arm) => !alwaysEnds(arm.body));
  const rest = going[0] ?? statement.arms.find((arm) => arm.port === "out") ?? statement.arms.at(-1);
  if (going.length > 1 || !rest || rest.body.length === 0 || statement.arms.length < 2) return [statement];
  return [{ ...statement, arms: statement.arms.map((arm) => (arm === rest ? { ...arm, body: [] } : arm)) }, ...rest.body];
}

function alwaysEnds(block: Block): boolean {
  const last = block.at(-1);
  if (last?.kind === "branch") return last.arms.every((arm) => alwaysEnds(arm.body));
  return last?.kind === "return" || last?.kind === "fail";
}

function countTests(block: Block, uses: Map<string, number>): void {
  for (const statement of block) {
    switch (statement.kind) {
      case "branch":
        uses.set(statement.decision, (uses.get(statement.decision) ?? 0) + 1);
        for (const arm of statement.arms) countTests(arm.body, uses);
        break;
      case "guard":
        for (const { decision } of statement.anyOf) uses.set(decision, (uses.get(decision) ?? 0) + 1);
        countTests(statement.body, uses);
        break;
      case "parallel":
        for (const arm of statement.arms) countTests(arm, uses);
        break;
      case "tasks":
        for (const task of statement.tasks) countTests(task.body, uses);
        break;
      default:
    }
  }
}
