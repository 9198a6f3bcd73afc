import type { Expression, Range } from "./ast.ts";
import { childrenOf } from "./ast.ts";

/** A workspace variable an expression reads: `env.NAME`. */
export interface VariableUse extends Range {
  readonly name: string;
  /** The expression is nothing but the variable. */
  readonly alone: boolean;
}

/** The workspace variables of an expression in the order of its text, once for each place. */
export function variableUses(expression: Expression): VariableUse[] {
  const found: VariableUse[] = [];
  collect(expression, true, found);
  return found;
}

function collect(expression: Expression, alone: boolean, found: VariableUse[]): void {
  const name = variableOf(expression);
  if (name !== undefined) found.push({ name, alone, start: expression.start, end: expression.end });
  else for (const child of childrenOf(expression)) collect(child, false, found);
}

/** The name in `env.NAME`; undefined for any other expression. */
export function variableOf(expression: Expression): string | undefined {
  if (expression.type !== "member") return undefined;
  const { object, property } = expression;
  return object.type === "name" && object.binding === "global" && object.name === "env" ? property : undefined;
}
