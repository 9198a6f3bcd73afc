import type { Block, Literal, Statement, WorkflowIr } from "./ir.ts";

/** The structure of a workflow as indented text, one statement a line, configs left out: for tests, logs and people. */
export function printIr(ir: WorkflowIr): string {
  return [`${ir.name}(${ir.trigger.node.id})`, ...printBlock(ir.body, 1)].join("\n");
}

/** The lines of a block; `name` may call nodes otherwise. */
export function printBlock(block: Block, depth = 0, name: (id: string) => string = (id) => id): string[] {
  return block.flatMap((statement) => printStatement(statement, depth, name));
}

function printStatement(statement: Statement, depth: number, name: (id: string) => string): string[] {
  const line = (text: string, by = 0): string => "  ".repeat(depth + by) + text;
  switch (statement.kind) {
    case "decide":
      return [line(`decide ${name(statement.node.id)}`)];
    case "branch": {
      const head = line(`${statement.choices ? (statement.type ?? "if") : "branch"} ${name(statement.decision)}`);
      const arms = statement.arms.filter((arm) => arm.body.length > 0);
      return [head, ...arms.flatMap((arm) => [line(`${arm.port}:`, 1), ...printBlock(arm.body, depth + 2, name)])];
    }
    case "guard":
      return [
        line(`when ${statement.anyOf.map((literal) => printLiteral(literal, name)).join(" or ")}`),
        ...printBlock(statement.body, depth + 1, name),
      ];
    case "parallel":
      return [line("parallel"), ...statement.arms.flatMap((arm) => [line("arm", 1), ...printBlock(arm, depth + 2, name)])];
    case "tasks": {
      const tasks = statement.tasks.flatMap((task) => {
        const after = task.after.length > 0 ? ` after ${task.after.map(name).join(", ")}` : "";
        return [line(`task ${name(task.name)}${after}`, 1), ...printBlock(task.body, depth + 2, name)];
      });
      return [line("tasks"), ...tasks];
    }
    case "forEach":
    case "repeat":
      return [
        line(`${statement.kind} ${name(statement.node.id)}${statement.catches ? " catches" : ""}`),
        ...printBlock(statement.body, depth + 1, name),
      ];
    case "call":
    case "code":
    case "child":
      return [line(`${statement.kind} ${name(statement.node.id)}${statement.catches ? " catches" : ""}`)];
    default:
      return [line(`${statement.kind} ${name(statement.node.id)}`)];
  }
}

function printLiteral({ decision, port }: Literal, name: (id: string) => string): string {
  return `${name(decision)}.${port}`;
}
