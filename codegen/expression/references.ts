import type { Expression, Range } from "./ast.ts";
import { childrenOf } from "./ast.ts";

/** A free name and the static properties read from it: `order.body["id"]` is `order` with `["body", "id"]`. */
export interface Reference extends Range {
  readonly name: string;
  readonly path: readonly (string | number)[];
}

/** The free names of an expression in the order of its text, once for each place; parameters and globals are left out. */
export function references(expression: Expression): Reference[] {
  const found: Reference[] = [];
  collect(expression, [], found);
  return found;
}

function collect(expression: Expression, path: readonly (string | number)[], found: Reference[]): void {
  switch (expression.type) {
    case "name":
      if (expression.binding === "free") {
        found.push({ name: expression.name, path, start: expression.start, end: expression.end });
      }
      return;
    case "member":
      collect(expression.object, [expression.property, ...path], found);
      return;
    case "index": {
      const key = expression.key;
      const isStatic = key.type === "string" || key.type === "number";
      collect(expression.object, isStatic ? [key.value, ...path] : [], found);
      collect(key, [], found);
      return;
    }
    case "group":
      collect(expression.expression, path, found);
      return;
    case "call":
      // The method itself is not data.
      collect(expression.callee.type === "member" ? expression.callee.object : expression.callee, [], found);
      for (const item of expression.arguments) collect(item.type === "spread" ? item.argument : item, [], found);
      return;
    default:
      for (const child of childrenOf(expression)) collect(child, [], found);
  }
}
