/**
 * The intermediate representation: structured control flow, as a person would write it.
 * There are no edges, ports-as-wires or positions here. `lower/` makes it from a graph, `emit/` prints it,
 * `parse/` reads it back from source, `parse/raise.ts` turns it into a graph again.
 */
import type { Json } from "../schema/json.ts";
import type { JsonSchema } from "../schema/output-schema.ts";
import type { Policy } from "../schema/graph.ts";

/** A config value whose strings may hold `{{ expression }}`s, exactly as the graph document stores it. */
export type Value = Json;

/** What every statement that stands for a node carries. */
export interface NodeRef {
  readonly id: string;
  readonly label: string;
}

/** "Decision `decision` chose `port`": implies that the decision ran. */
export interface Literal {
  readonly decision: string;
  readonly port: string;
}

export type Block = readonly Statement[];

/** A durable step of a plugin. With `catches`, its failure is a decision with ports `out` and `error`, and `<id>Error` is readable. */
export interface CallStatement {
  readonly kind: "call";
  readonly node: NodeRef;
  readonly action: string;
  readonly config: Readonly<Record<string, Value>>;
  readonly connection?: string;
  /** What its data looks like where only the user can know. */
  readonly output?: JsonSchema;
  readonly policy?: Policy;
  readonly catches: boolean;
}

/** A durable step of the user's own code. */
export interface CodeStatement {
  readonly kind: "code";
  readonly node: NodeRef;
  readonly source: string;
  readonly inputs: Readonly<Record<string, Value>>;
  readonly output?: JsonSchema;
  readonly policy?: Policy;
  readonly catches: boolean;
}

/** Another workflow as a child. */
export interface ChildStatement {
  readonly kind: "child";
  readonly node: NodeRef;
  readonly workflow: string;
  readonly input: Value;
  readonly policy?: Policy;
  readonly catches: boolean;
}

/** A pure object literal. */
export interface SetStatement {
  readonly kind: "set";
  readonly node: NodeRef;
  readonly fields: Readonly<Record<string, Value>>;
}

export interface SleepStatement {
  readonly kind: "sleep";
  readonly node: NodeRef;
  /** A duration (`for`) or an instant (`until`); either may be an expression. */
  readonly mode: "for" | "until";
  readonly value: Value;
}

/** A durable wait for a person (ports `approved`, `rejected`, `timeout`): a decision, tested on its value. */
export interface ApprovalStatement {
  readonly kind: "approval";
  readonly node: NodeRef;
  readonly message: Value;
  readonly timeout?: Value;
  readonly notify?: Value;
}

/** A durable wait for one HTTP call (ports `out`, `timeout`): a decision, tested on its value. */
export interface EventStatement {
  readonly kind: "event";
  readonly node: NodeRef;
  /** What its body looks like. */
  readonly output?: JsonSchema;
  readonly timeout?: Value;
}

/** One arm of an `if` or `switch` node: the port and the bare expression that chooses it; the last arm of a test has none. */
export interface Choice {
  readonly port: string;
  readonly when?: string;
}

/** An `if` or `switch` node evaluated and named for later: `const isVip = …`. Used when one `branch` cannot hold all that depends on it. */
export interface DecideStatement {
  readonly kind: "decide";
  readonly node: NodeRef;
  readonly type: "if" | "switch";
  readonly choices: readonly Choice[];
}

export interface Arm {
  readonly port: string;
  readonly body: Block;
}

/**
 * What runs on each port of one decision. With `choices` the decision is made here (`if (…) … else …`) and the statement
 * stands for the node; without, it tests a decision made before: a `decide`, an approval, an event, or a step that `catches`.
 * Arms are in the order of the node's ports; an arm may be empty.
 */
export interface BranchStatement {
  readonly kind: "branch";
  readonly decision: string;
  /** Present when the decision is made here. */
  readonly node?: NodeRef;
  readonly type?: "if" | "switch";
  readonly choices?: readonly Choice[];
  readonly arms: readonly Arm[];
}

/** What runs when at least one of several decisions chose a certain port: the join of branches of which some may be dead. */
export interface GuardStatement {
  readonly kind: "guard";
  readonly anyOf: readonly Literal[];
  readonly body: Block;
}

/** Blocks that run concurrently and are all waited for. */
export interface ParallelStatement {
  readonly kind: "parallel";
  readonly arms: readonly Block[];
}

/**
 * A shape that is not series-parallel: one named promise per task, each waiting for exactly the tasks it names, all waited for in the end.
 * A task's name is its last node's id where that binds a value, and stays free of node ids.
 */
export interface TasksStatement {
  readonly kind: "tasks";
  readonly tasks: readonly Task[];
}
export interface Task {
  readonly name: string;
  /** Names of earlier tasks of the same statement. */
  readonly after: readonly string[];
  readonly body: Block;
}

export interface ForEachStatement {
  readonly kind: "forEach";
  readonly node: NodeRef;
  readonly items: Value;
  readonly as: string;
  /** 1 is a plain `for…of`. */
  readonly concurrency: Value;
  readonly collect?: Value;
  readonly body: Block;
  readonly catches: boolean;
}

export interface RepeatStatement {
  readonly kind: "repeat";
  readonly node: NodeRef;
  readonly until: string;
  readonly max: Value;
  readonly every?: Value;
  readonly body: Block;
  readonly catches: boolean;
}

export interface ReturnStatement {
  readonly kind: "return";
  readonly node: NodeRef;
  readonly value?: Value;
  readonly status?: Value;
  readonly headers?: Value;
}

export interface FailStatement {
  readonly kind: "fail";
  readonly node: NodeRef;
  readonly message: Value;
}

export type Statement =
  | CallStatement
  | CodeStatement
  | ChildStatement
  | SetStatement
  | SleepStatement
  | ApprovalStatement
  | EventStatement
  | DecideStatement
  | BranchStatement
  | GuardStatement
  | ParallelStatement
  | TasksStatement
  | ForEachStatement
  | RepeatStatement
  | ReturnStatement
  | FailStatement;

/** A whole workflow. */
export interface WorkflowIr {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The trigger node: its id names the function's parameter. */
  readonly trigger: { readonly node: NodeRef; readonly config: Readonly<Record<string, Value>> };
  readonly body: Block;
}
