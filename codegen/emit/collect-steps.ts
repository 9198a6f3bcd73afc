import type { Block, CallStatement, ChildStatement, CodeStatement, WorkflowIr } from "../ir/ir.ts";
import { variablesOfValue } from "../ir/find-variables.ts";
import type { Policy } from "../schema/graph.ts";

/** A node that runs as a durable step, as the server target calls it: `<node>$step(…)` or `<node>$child(…)`. */
export interface RuntimeStep {
  readonly node: string;
  readonly kind: "action" | "code" | "child";
  /** The node kind, for `action`. */
  readonly action?: string;
  /** The user's TypeScript function body, for `code`. */
  readonly source?: string;
  /** The names of the body's inputs, for `code`. */
  readonly inputs?: readonly string[];
  /** The child workflow's name, for `child`. */
  readonly workflow?: string;
  readonly connection?: string;
  readonly policy?: RuntimePolicy;
  /** The secret variables that its config names. */
  readonly secrets?: readonly string[];
}

/** A node's policy with only what is set. */
export interface RuntimePolicy {
  readonly retries?: number;
  readonly timeout?: string;
  readonly onError?: "fail" | "continue";
}

type IsSecret = ((variable: string) => boolean) | undefined;

/** Every durable step of a workflow, in the order of its code. `isSecret` tells of a workspace variable whether it is. */
export function collectSteps(ir: WorkflowIr, isSecret?: (variable: string) => boolean): RuntimeStep[] {
  const steps: RuntimeStep[] = [];
  collectFrom(ir.body, isSecret, steps);
  return steps;
}

function collectFrom(body: Block, isSecret: IsSecret, steps: RuntimeStep[]): void {
  for (const statement of body) {
    switch (statement.kind) {
      case "call":
      case "code":
      case "child":
        steps.push({ ...describeStep(statement), ...secretsOf(statement, isSecret) });
        break;
      case "guard":
      case "forEach":
      case "repeat":
        collectFrom(statement.body, isSecret, steps);
        break;
      case "branch":
        for (const arm of statement.arms) collectFrom(arm.body, isSecret, steps);
        break;
      case "parallel":
        for (const arm of statement.arms) collectFrom(arm, isSecret, steps);
        break;
      case "tasks":
        for (const task of statement.tasks) collectFrom(task.body, isSecret, steps);
        break;
      default:
    }
  }
}

function describeStep(statement: CallStatement | CodeStatement | ChildStatement): RuntimeStep {
  const node = statement.node.id;
  const policy = statement.policy ? { policy: describePolicy(statement.policy) } : {};
  switch (statement.kind) {
    case "call": {
      const connection = statement.connection === undefined ? {} : { connection: statement.connection };
      return { node, kind: "action", action: statement.action, ...connection, ...policy };
    }
    case "code":
      return { node, kind: "code", source: statement.source, inputs: Object.keys(statement.inputs), ...policy };
    case "child":
      return { node, kind: "child", workflow: statement.workflow, ...policy };
  }
}

function secretsOf(
  statement: CallStatement | CodeStatement | ChildStatement,
  isSecret: IsSecret,
): { secrets: readonly string[] } | undefined {
  if (!isSecret) return undefined;
  const given = statement.kind === "call" ? statement.config : statement.kind === "code" ? statement.inputs : {};
  const secrets = variablesOfValue({ ...given }).filter(isSecret);
  return secrets.length > 0 ? { secrets } : undefined;
}

function describePolicy({ retries, timeout, onError }: Policy): RuntimePolicy {
  return {
    ...(retries === undefined ? {} : { retries }),
    ...(timeout === undefined ? {} : { timeout }),
    ...(onError === undefined ? {} : { onError }),
  };
}
