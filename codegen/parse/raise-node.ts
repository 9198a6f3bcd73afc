import type { BranchStatement, DecideStatement, Statement, Value } from "../ir/ir.ts";
import type { NodePlace } from "../ir/walk-nodes.ts";
import { unreachable } from "../invariant.ts";
import type { GraphNode } from "../schema/graph.ts";
import type { Json } from "../schema/json.ts";

/** A statement that stands for a node; a branch only when the decision is made in it. */
export type NodeStatement =
  | Exclude<Statement, { kind: "branch" | "guard" | "parallel" | "tasks" }>
  | (BranchStatement & Pick<DecideStatement, "node" | "type" | "choices">);

/** A found statement as one that stands for a node: a branch there makes its decision. */
export function asNode({ statement, node }: NodePlace): NodeStatement {
  if (statement.kind !== "branch") return statement;
  return { ...statement, node, type: statement.type ?? "if", choices: statement.choices ?? [] };
}

/** The node a statement stands for: its kind, config, label, connection, output and policy. */
export function raiseNode(statement: NodeStatement, id: string, parent: string | undefined): GraphNode {
  const node: GraphNode = { id, ...readKind(statement) };
  if (statement.node.label !== "") node.label = statement.node.label;
  if (statement.kind === "call" && statement.connection !== undefined) node.connection = statement.connection;
  if ("output" in statement && statement.output !== undefined) node.output = structuredClone({ ...statement.output });
  if ("policy" in statement && statement.policy !== undefined) node.policy = { ...statement.policy };
  if (parent !== undefined) node.parent = parent;
  return node;
}

/** Whether the node's id is in its code: it names a value, so the id survives there. */
export function bindsName(statement: NodeStatement): boolean {
  switch (statement.kind) {
    case "branch":
    case "sleep":
    case "return":
    case "fail":
      return false;
    case "forEach":
      return statement.collect !== undefined;
    default:
      return true;
  }
}

function readKind(statement: NodeStatement): { kind: string; config: Record<string, Json> } {
  switch (statement.kind) {
    case "call":
      return { kind: statement.action, config: { ...statement.config } };
    case "code": {
      const inputs = Object.keys(statement.inputs).length === 0 ? {} : { inputs: { ...statement.inputs } };
      return { kind: "code", config: { source: statement.source, ...inputs } };
    }
    case "child":
      return {
        kind: "control.call",
        config: { workflow: statement.workflow, ...(statement.input === null ? {} : { input: statement.input }) },
      };
    case "set":
      return { kind: "control.set", config: { fields: { ...statement.fields } } };
    case "sleep":
      return { kind: "control.sleep", config: { [statement.mode]: statement.value } };
    case "approval": {
      const { message, timeout, notify } = statement;
      return { kind: "control.approval", config: { message, ...defined({ timeout, notify }) } };
    }
    case "event":
      return { kind: "control.waitForEvent", config: defined({ timeout: statement.timeout }) };
    case "decide":
    case "branch":
      return readDecision(statement);
    case "forEach": {
      const { items, as, concurrency, collect } = statement;
      return { kind: "control.forEach", config: { items, as, ...(concurrency === 1 ? {} : { concurrency }), ...defined({ collect }) } };
    }
    case "repeat": {
      const { until, max, every } = statement;
      return { kind: "control.repeat", config: { until, max, ...defined({ every }) } };
    }
    case "return": {
      const { value, status, headers } = statement;
      return { kind: "control.return", config: defined({ value, status, headers }) };
    }
    case "fail":
      return { kind: "control.fail", config: { message: statement.message } };
    default:
      return unreachable(statement);
  }
}

function readDecision({ type, choices }: Pick<DecideStatement, "type" | "choices">): { kind: string; config: Record<string, Json> } {
  if (type === "if") return { kind: "control.if", config: { when: choices[0]?.when ?? "" } };
  const cases = choices.flatMap(({ port, when }): Json[] => (when === undefined ? [] : [{ port, when }]));
  return { kind: "control.switch", config: { cases } };
}

function defined(fields: Record<string, Value | undefined>): Record<string, Json> {
  const found: Record<string, Json> = {};
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) found[name] = value;
  return found;
}
