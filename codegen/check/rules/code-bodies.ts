import { configOf } from "../../schema/node-facts.ts";
import type { CheckContext } from "../context.ts";

/** The body of a `code` node parses as the body of a function. */
export function checkCodeBodies(context: CheckContext): void {
  const { parseCode } = context.options;
  if (!parseCode) return;
  for (const { node } of context.active) {
    const source = node.kind === "code" ? configOf(node)["source"] : undefined;
    const problem = typeof source === "string" ? parseCode(source) : undefined;
    if (typeof source !== "string" || !problem) continue;
    const { message, start, end } = problem;
    context.report(
      "invalid-code",
      { node: node.id, problem: message.replace(/\.$/, "") },
      { node: node.id, path: ["source"] },
      { excerpt: { text: source, start, end } },
    );
  }
}
