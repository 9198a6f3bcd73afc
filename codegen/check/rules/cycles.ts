import type { CheckContext } from "../context.ts";

/** No node waits for itself. */
export function checkCycles(context: CheckContext): void {
  for (const level of context.layout.levels.values()) {
    for (const path of level.cycles) context.report("cycle", { path }, { node: path[0] ?? "" });
  }
}
