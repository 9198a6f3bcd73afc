import type { EmitContext } from "../context.ts";
import type { Doc, StatementDoc } from "../doc.ts";
import { braces, list, statements } from "../doc.ts";
import type { PlanBlock } from "../plan.ts";

/** `(async () => { …; return x; })()`. */
export function printClosure(block: PlanBlock, first: readonly StatementDoc[], context: EmitContext): Doc {
  const items = [...first, ...context.block(block)];
  const [only, ...more] = block.returns;
  if (only !== undefined) {
    const value = more.length === 0 ? only : list("{", block.returns, "}", true);
    items.push({ content: ["return ", value, ";"], spaced: false });
  }
  return ["(async () => ", braces(items.length > 0 ? statements(items) : undefined), ")()"];
}

/** The pattern for some of the names a closure hands out; undefined for none of them. */
export function printHandedOut(block: PlanBlock, names: readonly string[]): Doc | undefined {
  if (names.length === 0) return undefined;
  return block.returns.length === 1 ? names[0] : list("{", names, "}", true);
}

/** `[a, , { b, c }]` without holes at its end; undefined when it would be empty. */
export function printArrayPattern(parts: readonly (Doc | undefined)[]): Doc | undefined {
  const last = parts.findLastIndex((part) => part !== undefined);
  if (last < 0) return undefined;
  const kept = parts.slice(0, last + 1);
  if (kept.every((part) => part !== undefined)) return list("[", kept, "]");
  return ["[", kept.map((part, index): Doc => [index === 0 ? "" : part === undefined ? "," : ", ", part ?? ""]), "]"];
}
