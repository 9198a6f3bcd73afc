import type { Expression } from "../expression/ast.ts";
import { childrenOf } from "../expression/ast.ts";
import { parseExpression } from "../expression/parse-expression.ts";
import { printExpression } from "../expression/print-expression.ts";
import { parseTemplate } from "../expression/template.ts";
import { expressionOfTemplate } from "../expression/values.ts";
import { invariant } from "../invariant.ts";
import type { Value } from "../ir/ir.ts";

/** A name an expression reads; `captured` when only an arrow function inside it does. */
export interface NameUse {
  readonly name: string;
  readonly captured: boolean;
}

const nothing: readonly NameUse[] = [];

/** A bare expression that `check` has accepted. */
export function readExpression(text: string): Expression {
  const parsed = parseExpression(text);
  invariant(parsed.ok, `${JSON.stringify(text.slice(0, 200))} is an expression`);
  return parsed.expression;
}

/** The expression that a config string which `check` has accepted becomes. */
export function readText(text: string): Expression {
  const parsed = parseTemplate(text);
  invariant(parsed.ok, `${JSON.stringify(text.slice(0, 200))} is a text with expressions`);
  return expressionOfTemplate(parsed.template);
}

/** The free names of a bare expression. */
export function usesOfExpression(text: string): readonly NameUse[] {
  const uses: NameUse[] = [];
  collect(readExpression(text), false, uses);
  return uses;
}

/** The free names of every expression in a config value. */
export function usesOfValue(value: Value): readonly NameUse[] {
  if (typeof value === "string") {
    if (!value.includes("{{")) return nothing;
    const uses: NameUse[] = [];
    collect(readText(value), false, uses);
    return uses;
  }
  if (value === null || typeof value !== "object") return nothing;
  return Object.values(value).flatMap(usesOfValue);
}

/** Whether a condition's canonical text starts with `!(`, which in an `if` alone means that only the other port is taken. */
export function isNegation(text: string): boolean {
  return printExpression(readExpression(text), { target: "code", position: "alone" }).startsWith("!(");
}

function collect(expression: Expression, captured: boolean, into: NameUse[]): void {
  if (expression.type === "name") {
    if (expression.binding === "free") into.push({ name: expression.name, captured });
    return;
  }
  const inside = captured || expression.type === "arrow";
  for (const child of childrenOf(expression)) collect(child, inside, into);
}
