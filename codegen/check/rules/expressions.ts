import { fieldForm } from "../../schema/node-facts.ts";
import type { CheckContext } from "../context.ts";

const inBraces = /^\s*\{\{[^]*\}\}\s*$/;

/** Every expression parses and uses only what is allowed. */
export function checkExpressions(context: CheckContext): void {
  for (const { node, facts } of context.active) {
    for (const { path, text, problem } of context.fields(node)) {
      if (!problem) continue;
      if (inBraces.test(text) && fieldForm(facts, path) === "expression") {
        const advice = `Write it without them: \`${String(path.at(-1))}\` holds an expression and nothing else.`;
        const excerpt = { text, start: 0, end: text.length };
        context.report("expression-syntax", { problem: "braces stand around it", advice }, { node: node.id, path }, { excerpt });
        continue;
      }
      const { code, message, hint, start, end } = problem;
      context.report(code, { problem: message, advice: hint }, { node: node.id, path }, { excerpt: { text, start, end } });
    }
  }
}
