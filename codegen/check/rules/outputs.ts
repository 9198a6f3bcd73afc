import { findSchemaProblem, takesOutput } from "../../schema/output-schema.ts";
import type { CheckContext } from "../context.ts";

/** Only nodes whose data nobody else can know say what it looks like, and they say it in a way that TypeScript understands. */
export function checkOutputs(context: CheckContext): void {
  for (const { node } of context.active) {
    if (node.output === undefined) continue;
    if (!takesOutput(node.kind, context.catalog)) {
      context.report("output-not-supported", { node: node.id, kind: node.kind }, { node: node.id });
      continue;
    }
    const found = findSchemaProblem(node.output);
    if (!found) continue;
    const place = found.path.join(".");
    context.report("invalid-output-schema", { node: node.id, place, problem: found.problem }, { node: node.id });
  }
}
