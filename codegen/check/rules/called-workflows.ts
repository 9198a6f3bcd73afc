import { hasIdentifierShape, isIdentifier } from "../../schema/identifiers.ts";
import { configOf } from "../../schema/node-facts.ts";
import type { CheckContext } from "../context.ts";
import { nearestName } from "../nearest-name.ts";

/** A called workflow has the name of one that exists. */
export function checkCalledWorkflows(context: CheckContext): void {
  const { workflows } = context.options;
  for (const { node } of context.active) {
    const workflow = node.kind === "control.call" ? configOf(node)["workflow"] : undefined;
    if (typeof workflow !== "string") continue;
    const location = { node: node.id, path: ["workflow"] };
    if (!isIdentifier(workflow)) {
      const code = hasIdentifierShape(workflow) ? "reserved-identifier" : "invalid-identifier";
      context.report(code, { name: workflow, what: "a workflow" }, location);
    } else if (workflows && !workflows.has(workflow)) {
      context.report("unknown-workflow", { node: node.id, workflow, nearest: nearestName(workflow, workflows) }, location);
    }
  }
}
