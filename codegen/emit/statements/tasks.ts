import type { Task, TasksStatement } from "../../ir/ir.ts";
import { invariant } from "../../invariant.ts";
import { printPattern } from "../bind.ts";
import { printComment } from "../comment.ts";
import type { EmitContext } from "../context.ts";
import type { Doc, StatementDoc } from "../doc.ts";
import { hardline, list, mark, statements } from "../doc.ts";
import { patternNames } from "../place-names.ts";
import type { PlanStatement } from "../plan.ts";
import { printBareCall } from "./bare-call.ts";
import { printArrayPattern, printClosure, printHandedOut } from "./closure.ts";
import { armPattern } from "./parallel.ts";

/** One named promise a task, then one `await Promise.all([ … ]);` for all of them. */
export function printTasks(ir: TasksStatement, statement: PlanStatement, context: EmitContext): Doc {
  const constants = ir.tasks.map((task) => context.names.taskOf(task.name, context.planner.planned.has(task.name), statement));
  const items = ir.tasks.map((task, index): StatementDoc => {
    const content = printTask(task, index, ir, statement, constants, context);
    return { content, spaced: false };
  });
  const names = patternNames(statement);
  const pattern = printArrayPattern(ir.tasks.map((_, index) => armPattern(statement, index, names)));
  const value = ["await Promise.all(", list("[", constants, "]"), ")"];
  const awaited = pattern === undefined ? [value, ";"] : printPattern(pattern, names, value, statement.block);
  return statements([...items, { content: awaited, spaced: false }]);
}

function printTask(
  task: Task,
  index: number,
  ir: TasksStatement,
  statement: PlanStatement,
  constants: readonly string[],
  context: EmitContext,
): Doc {
  const head = `const ${constants[index] ?? ""} = `;
  const bare = statement.bare.get(index);
  if (bare) {
    const node = "node" in bare.ir ? bare.ir.node : undefined;
    invariant(node, "a bare call stands for a node");
    const comment = printComment(node.label);
    return [comment === undefined ? [] : [comment, hardline], mark(node.id, [], [head, printBareCall(bare, context), ";"])];
  }
  const block = statement.blocks[index];
  invariant(block, "a task has a block");
  return [head, printClosure(block, printAwaits(task, index, ir, statement, constants), context), ";"];
}

/** The awaits at the start of a task: of all it comes after, binding what it reads of them. */
function printAwaits(
  task: Task,
  index: number,
  ir: TasksStatement,
  statement: PlanStatement,
  constants: readonly string[],
): StatementDoc[] {
  const imports = statement.blocks[index]?.imports ?? [];
  const awaited = ir.tasks.flatMap((other, at) => {
    if (!task.after.includes(other.name) && !imports.some(({ from }) => from === at)) return [];
    const names = imports.filter(({ from }) => from === at).map(({ name }) => name);
    const source = statement.blocks[at];
    invariant(source, "a task has a block");
    const pattern = statement.bare.has(at) ? names[0] : printHandedOut(source, names);
    return [{ constant: constants[at] ?? "", pattern }];
  });
  const [first, ...more] = awaited;
  if (!first) return [];
  const single = more.length === 0;
  const pattern = single ? first.pattern : printArrayPattern(awaited.map((one) => one.pattern));
  const value: Doc = single
    ? ["await ", first.constant]
    : [
        "await Promise.all(",
        list(
          "[",
          awaited.map((one) => one.constant),
          "]",
        ),
        ")",
      ];
  return [{ content: pattern === undefined ? [value, ";"] : ["const ", pattern, " = ", value, ";"], spaced: false }];
}
