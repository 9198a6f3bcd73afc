import type { Expression, Spread } from "../expression/ast.ts";
import { childrenOf } from "../expression/ast.ts";
import { parseExpression } from "../expression/parse-expression.ts";

/** What TypeScript cannot see by itself in an expression of emitted code. */
export interface Knowledge {
  /** Whether the named node has certainly run here, though the branches that lead here hide it from TypeScript. */
  readonly isSure: (name: string) => boolean;
  /** Whether the data at a path of a name is of unknown shape (`any`). */
  readonly isLoose: (name: string, path: readonly (string | number)[]) => boolean;
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * Adds to an expression's code what a person would have to write for TypeScript: `order!.body` where the step has certainly
 * run, and `(item: any) =>` where the list is of unknown shape. `parse` takes both out again.
 */
export function annotate(text: string, expression: Expression, pick: string, knowledge: Knowledge): string {
  if (!needsAnnotation(expression, knowledge)) return text;
  const parsed = parseExpression(text, { pick });
  if (!parsed.ok) return text;
  const insertions: Insertion[] = [];
  visit(parsed.expression, false, knowledge, insertions);
  let out = text;
  for (const { at, text: more } of insertions.toSorted((a, b) => b.at - a.at)) out = out.slice(0, at) + more + out.slice(at);
  return out;
}

function needsAnnotation(expression: Expression, knowledge: Knowledge): boolean {
  if (expression.type === "arrow") return true;
  if (expression.type === "name") return expression.binding === "free" && knowledge.isSure(expression.name);
  return childrenOf(expression).some((child) => needsAnnotation(child, knowledge));
}

/** `tolerant`: the place takes a missing value as it is. */
function visit(expression: Expression, tolerant: boolean, knowledge: Knowledge, into: Insertion[]): void {
  switch (expression.type) {
    case "name":
      if (!tolerant && expression.binding === "free" && knowledge.isSure(expression.name)) into.push({ at: expression.end, text: "!" });
      return;
    case "member":
      return visit(expression.object, expression.optional, knowledge, into);
    case "index":
      visit(expression.object, expression.optional, knowledge, into);
      return visit(expression.key, false, knowledge, into);
    case "unary":
      return visit(expression.operand, expression.operator === "!" || expression.operator === "typeof", knowledge, into);
    case "binary": {
      const testsLeft = ["??", "||", "&&", "===", "!=="].includes(expression.operator);
      visit(expression.left, testsLeft, knowledge, into);
      return visit(expression.right, expression.operator === "===" || expression.operator === "!==", knowledge, into);
    }
    case "conditional":
      visit(expression.test, true, knowledge, into);
      visit(expression.consequent, false, knowledge, into);
      return visit(expression.alternate, false, knowledge, into);
    case "object":
      for (const property of expression.properties) {
        if (property.type === "spread") visit(property.argument, true, knowledge, into);
        // `{ order }` can only stand for the variable as it is.
        else if (!property.shorthand) visit(property.value, false, knowledge, into);
      }
      return;
    case "call":
      visit(expression.callee, expression.optional, knowledge, into);
      annotateParameters(expression.callee, expression.arguments, knowledge, into);
      for (const argument of expression.arguments) visit(argument.type === "spread" ? argument.argument : argument, false, knowledge, into);
      return;
    default:
      for (const child of childrenOf(expression)) visit(child, false, knowledge, into);
  }
}

function annotateParameters(callee: Expression, items: readonly (Expression | Spread)[], knowledge: Knowledge, into: Insertion[]): void {
  const [first] = items;
  const receiver = callee.type === "member" ? callee.object : callee;
  const isGlobal = receiver.type === "name" && receiver.binding === "global";
  const subject = isGlobal ? (first?.type === "spread" ? first.argument : first) : receiver;
  if (!subject || !isLoose(subject, knowledge)) return;
  for (const item of items) {
    if (item.type === "arrow") for (const parameter of item.parameters) into.push({ at: parameter.end, text: ": any" });
  }
}

function isLoose(expression: Expression, knowledge: Knowledge): boolean {
  switch (expression.type) {
    case "name":
      return expression.binding === "parameter" || (expression.binding === "free" && knowledge.isLoose(expression.name, []));
    case "member":
    case "index": {
      const path = pathOf(expression);
      if (path) return knowledge.isLoose(path.name, path.path);
      if (expression.type === "index" && expression.checkedKey) return true;
      return isLoose(expression.object, knowledge);
    }
    case "call":
      if (expression.callee.type !== "member") return false;
      if (expression.callee.object.type === "name" && expression.callee.object.binding === "global") {
        return expression.callee.object.name === "JSON" && expression.callee.property === "parse";
      }
      return isLoose(expression.callee.object, knowledge);
    case "group":
      return isLoose(expression.expression, knowledge);
    case "binary":
      return isLoose(expression.left, knowledge) || isLoose(expression.right, knowledge);
    case "conditional":
      return isLoose(expression.consequent, knowledge) || isLoose(expression.alternate, knowledge);
    default:
      return false;
  }
}

/** A chain of static properties from a free name. */
function pathOf(expression: Expression): { name: string; path: readonly (string | number)[] } | undefined {
  const path: (string | number)[] = [];
  let current = expression;
  for (;;) {
    if (current.type === "member") path.unshift(current.property);
    else if (current.type === "index" && (current.key.type === "string" || current.key.type === "number")) path.unshift(current.key.value);
    else return current.type === "name" && current.binding === "free" ? { name: current.name, path } : undefined;
    current = current.object;
  }
}
