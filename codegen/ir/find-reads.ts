import type { Expression } from "../expression/ast.ts";
import { freeNames, parseExpressionOnce, parseTemplateOnce, walkValues } from "../expression/index.ts";
import type { Block, Choice, Statement, Value } from "./ir.ts";

/** The nodes whose values, failures or decisions a block may read, its own included, among other names. */
export function findReads(block: Block): ReadonlySet<string> {
  const names = new Set<string>();
  visitExpressions(block, collectInto(names));
  for (const name of names) if (name.endsWith("Error")) names.add(name.slice(0, -"Error".length));
  return names;
}

/** Whether a block reads the node's value or tests its decision; reading its failure is something else. */
export function readsValueOf(block: Block, node: string): boolean {
  const names = new Set<string>();
  visitExpressions(block, collectInto(names));
  return names.has(node);
}

interface Visitor {
  readonly expression: (expression: Expression) => void;
  readonly decision: (id: string) => void;
}

function collectInto(names: Set<string>): Visitor {
  return { expression: (expression) => void freeNames(expression, names), decision: (id) => void names.add(id) };
}

function readExpression(text: string, visit: Visitor): void {
  const parsed = parseExpressionOnce(text);
  if (parsed.ok) visit.expression(parsed.expression);
}

function readValue(value: Value | undefined, visit: Visitor): void {
  if (value !== undefined) visitValue(value, visit.expression);
}

/** Calls back for every expression in a config value. */
export function visitValue(value: Value, visit: (expression: Expression) => void): void {
  walkValues(value, (text) => {
    if (!text.includes("{{")) return;
    const parsed = parseTemplateOnce(text);
    if (!parsed.ok) return;
    for (const part of parsed.template.parts) if (part.type === "expression") visit(part.expression);
  });
}

function readChoices(choices: readonly Choice[] | undefined, visit: Visitor): void {
  for (const { when } of choices ?? []) if (when !== undefined) readExpression(when, visit);
}

/** Calls back for every expression in a block, and for every decision it tests. */
export function visitExpressions(block: Block, visit: Visitor): void {
  for (const statement of block) readStatement(statement, visit);
}

function readStatement(statement: Statement, visit: Visitor): void {
  switch (statement.kind) {
    case "call":
      return readValue(statement.config, visit);
    case "code":
      return readValue(statement.inputs, visit);
    case "child":
      return readValue(statement.input, visit);
    case "set":
      return readValue(statement.fields, visit);
    case "sleep":
      return readValue(statement.value, visit);
    case "approval":
      readValue(statement.message, visit);
      readValue(statement.notify, visit);
      return readValue(statement.timeout, visit);
    case "event":
      return readValue(statement.timeout, visit);
    case "decide":
      return readChoices(statement.choices, visit);
    case "branch":
      visit.decision(statement.decision);
      readChoices(statement.choices, visit);
      for (const arm of statement.arms) visitExpressions(arm.body, visit);
      return;
    case "guard":
      for (const { decision } of statement.anyOf) visit.decision(decision);
      return visitExpressions(statement.body, visit);
    case "parallel":
      for (const arm of statement.arms) visitExpressions(arm, visit);
      return;
    case "tasks":
      for (const task of statement.tasks) visitExpressions(task.body, visit);
      return;
    case "forEach":
      readValue(statement.items, visit);
      readValue(statement.concurrency, visit);
      readValue(statement.collect, visit);
      return visitExpressions(statement.body, visit);
    case "repeat":
      readExpression(statement.until, visit);
      readValue(statement.max, visit);
      readValue(statement.every, visit);
      return visitExpressions(statement.body, visit);
    case "return":
      readValue(statement.value, visit);
      readValue(statement.status, visit);
      return readValue(statement.headers, visit);
    case "fail":
      return readValue(statement.message, visit);
  }
}
