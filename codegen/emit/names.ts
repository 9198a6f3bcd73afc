import type { Block, NodeRef, Statement, WorkflowIr } from "../ir/ir.ts";
import { hasDoubleCase } from "./double-case.ts";
import { toPascalCase } from "./identifier.ts";

/** The names of an emitted module that no person chose. Asking twice for the same thing gives the same name. */
export interface Names {
  /** The local name of something imported (`type X` for a type): its own, or a numbered one where a node has that name. */
  imported(module: string, name: string): string;
  /** Every import asked for so far. */
  readonly imports: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** `<id>Error`. */
  errorOf(id: string): string;
  /** `<id>Port`: the port a decision chose, where its value alone does not tell. */
  portOf(id: string): string;
  /** `maybe<Id>`: the variable behind a constant that closures read. */
  maybeOf(id: string): string;
  /** `<id>Step`: a local step. */
  stepOf(id: string): string;
  /** `<Id>Data`: what a node's data looks like. */
  dataOf(id: string): string;
  /** `<id>Items`: the list a loop fills. */
  itemsOf(id: string): string;
  /** `<name>Task` for a task whose result is called so, a number for others: the ids of nodes without a result are not in the code. */
  taskOf(name: string, isResult: boolean, statement: object): string;
}

/** Knows which names a workflow's nodes and variables take, and picks others. */
export function createNames(ir: WorkflowIr): Names {
  const taken = new Set<string>([ir.name, ir.trigger.node.id, "trigger", "error", "round", "env", `${toPascalCase(ir.name)}Input`]);
  takeNames(ir.body, taken);
  const imports = new Map<string, Map<string, string>>();
  const made = new Map<string, string>();
  const tasks = new WeakMap<object, Map<string, string>>();
  let numbered = 0;
  const pick = (wanted: string): string => {
    let name = wanted;
    for (let count = 2; taken.has(name); count++) name = `${wanted}${count}`;
    taken.add(name);
    return name;
  };
  const remember = (key: string, wanted: string): string => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const name = pick(wanted);
    made.set(key, name);
    return name;
  };
  return {
    imports,
    imported(module, name) {
      let locals = imports.get(module);
      if (!locals) imports.set(module, (locals = new Map()));
      let local = locals.get(name);
      // Nothing else is ever called `env`: it is what expressions call it.
      const wanted = name.replace(/^type /, "");
      if (local === undefined) locals.set(name, (local = module === "@/plugins/kit/env" ? wanted : pick(wanted)));
      return local;
    },
    errorOf: (id) => `${id}Error`,
    portOf: (id) => remember(`port ${id}`, `${id}Port`),
    maybeOf: (id) => remember(`maybe ${id}`, `maybe${toPascalCase(id)}`),
    stepOf: (id) => remember(`step ${id}`, `${id}Step`),
    dataOf: (id) => remember(`data ${id}`, `${toPascalCase(id)}Data`),
    itemsOf: (id) => remember(`items ${id}`, `${id}Items`),
    taskOf(name, isResult, statement) {
      let known = tasks.get(statement);
      if (!known) tasks.set(statement, (known = new Map()));
      let constant = known.get(name);
      if (constant !== undefined) return constant;
      if (isResult) constant = pick(`${name}Task`);
      else {
        do numbered += 1;
        while (taken.has(`task${numbered}`));
        constant = pick(`task${numbered}`);
      }
      known.set(name, constant);
      return constant;
    },
  };
}

function takeNames(body: Block, taken: Set<string>): void {
  for (const statement of body) {
    if (isNamed(statement)) taken.add(statement.node.id);
    if ("catches" in statement && statement.catches) taken.add(`${statement.node.id}Error`);
    if (statement.kind === "forEach") taken.add(statement.as);
    if ("body" in statement) takeNames(statement.body, taken);
    if (statement.kind === "branch") for (const arm of statement.arms) takeNames(arm.body, taken);
    if (statement.kind === "parallel") for (const arm of statement.arms) takeNames(arm, taken);
    if (statement.kind === "tasks") for (const task of statement.tasks) takeNames(task.body, taken);
  }
}

/** Whether the code shows the node's id; only such ids may influence other names, so that reading the code back gives the same ones. */
function isNamed(statement: Statement): statement is Statement & { readonly node: NodeRef } {
  switch (statement.kind) {
    case "call":
    case "code":
    case "child":
    case "set":
    case "approval":
    case "event":
    case "decide":
    case "repeat":
      return true;
    case "forEach":
      return statement.collect !== undefined;
    case "branch":
      return hasDoubleCase(statement);
    default:
      return false;
  }
}
