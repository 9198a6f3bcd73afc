import type { CheckContext } from "../context.ts";

/** Every expression parses and uses only what is allowed. */
export function checkExpressions(context: CheckContext): void {
  for (const { node } of context.active) {
    for (const { path, text, problem } of context.fields(node)) {
      if (!problem) continue;
      const { code, message, hint, start, end } = problem;
      context.report(code, { problem: message, advice: hint }, { node: node.id, path }, { excerpt: { text, start, end } });
    }
  }
}
