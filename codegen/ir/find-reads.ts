import { freeNames, parseExpressionOnce, parseTemplateOnce, walkValues } from "../expression/index.ts";
import type { Block, Choice, Statement, Value } from "./ir.ts";

/** The nodes whose values, failures or decisions a block may read, its own included, among other names. */
export function findReads(block: Block): ReadonlySet<string> {
  const names = new Set<string>();
  readBlock(block, names);
  for (const name of names) if (name.endsWith("Error")) names.add(name.slice(0, -"Error".length));
  return names;
}

/** Whether a block reads the node's value or tests its decision; reading its failure is something else. */
export function readsValueOf(block: Block, node: string): boolean {
  const names = new Set<string>();
  readBlock(block, names);
  return names.has(node);
}

function readExpression(text: string, names: Set<string>): void {
  const parsed = parseExpressionOnce(text);
  if (parsed.ok) freeNames(parsed.expression, names);
}

function readValue(value: Value | undefined, names: Set<string>): void {
  if (value === undefined) return;
  walkValues(value, (text) => {
    if (!text.includes("{{")) return;
    const parsed = parseTemplateOnce(text);
    if (!parsed.ok) return;
    for (const part of parsed.template.parts) if (part.type === "expression") freeNames(part.expression, names);
  });
}

function readChoices(choices: readonly Choice[] | undefined, names: Set<string>): void {
  for (const { when } of choices ?? []) if (when !== undefined) readExpression(when, names);
}

function readBlock(block: Block, names: Set<string>): void {
  for (const statement of block) readStatement(statement, names);
}

function readStatement(statement: Statement, names: Set<string>): void {
  switch (statement.kind) {
    case "call":
      return readValue(statement.config, names);
    case "code":
      return readValue(statement.inputs, names);
    case "child":
      return readValue(statement.input, names);
    case "set":
      return readValue(statement.fields, names);
    case "sleep":
      return readValue(statement.value, names);
    case "approval":
      readValue(statement.message, names);
      readValue(statement.notify, names);
      return readValue(statement.timeout, names);
    case "event":
      return readValue(statement.timeout, names);
    case "decide":
      return readChoices(statement.choices, names);
    case "branch":
      names.add(statement.decision);
      readChoices(statement.choices, names);
      for (const arm of statement.arms) readBlock(arm.body, names);
      return;
    case "guard":
      for (const { decision } of statement.anyOf) names.add(decision);
      return readBlock(statement.body, names);
    case "parallel":
      for (const arm of statement.arms) readBlock(arm, names);
      return;
    case "tasks":
      for (const task of statement.tasks) readBlock(task.body, names);
      return;
    case "forEach":
      readValue(statement.items, names);
      readValue(statement.concurrency, names);
      readValue(statement.collect, names);
      return readBlock(statement.body, names);
    case "repeat":
      readExpression(statement.until, names);
      readValue(statement.max, names);
      readValue(statement.every, names);
      return readBlock(statement.body, names);
    case "return":
      readValue(statement.value, names);
      readValue(statement.status, names);
      return readValue(statement.headers, names);
    case "fail":
      return readValue(statement.message, names);
  }
}
