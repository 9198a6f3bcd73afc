import type { Block, NodeRef, Statement } from "./ir.ts";

/** A statement that stands for a node, where it stands. */
export interface NodePlace {
  readonly statement: Exclude<Statement, { kind: "guard" | "parallel" | "tasks" }>;
  readonly node: NodeRef;
  /** The node whose body it is in. */
  readonly container: NodeRef | undefined;
}

/** Every statement of a block that stands for a node, in the order of the code, loop bodies after their loop. */
export function walkNodes(block: Block, container?: NodeRef): NodePlace[] {
  const places: NodePlace[] = [];
  visit(block, container, places);
  return places;
}

function visit(block: Block, container: NodeRef | undefined, places: NodePlace[]): void {
  for (const statement of block) {
    switch (statement.kind) {
      case "guard":
        visit(statement.body, container, places);
        break;
      case "parallel":
        for (const arm of statement.arms) visit(arm, container, places);
        break;
      case "tasks":
        for (const task of statement.tasks) visit(task.body, container, places);
        break;
      case "branch":
        if (statement.node) places.push({ statement, node: statement.node, container });
        for (const arm of statement.arms) visit(arm.body, container, places);
        break;
      case "forEach":
      case "repeat":
        places.push({ statement, node: statement.node, container });
        visit(statement.body, statement.node, places);
        break;
      default:
        places.push({ statement, node: statement.node, container });
    }
  }
}
