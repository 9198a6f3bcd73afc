import { variableUses } from "../expression/variables.ts";
import { visitExpressions, visitValue } from "./find-reads.ts";
import type { Block, Value } from "./ir.ts";

/** The workspace variables that a block reads, sorted. */
export function findVariables(block: Block): string[] {
  const names = new Set<string>();
  visitExpressions(block, {
    expression: (expression) => variableUses(expression).forEach(({ name }) => names.add(name)),
    decision: () => {},
  });
  return [...names].sort();
}

/** The workspace variables that a config value reads, sorted. */
export function variablesOfValue(value: Value): string[] {
  const names = new Set<string>();
  visitValue(value, (expression) => variableUses(expression).forEach(({ name }) => names.add(name)));
  return [...names].sort();
}
