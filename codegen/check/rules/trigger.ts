import type { CheckContext } from "../context.ts";

/** There is exactly one trigger, enabled and at the top. */
export function checkTrigger(context: CheckContext): void {
  const [first, ...others] = context.graph.nodes.filter((node) => node.kind === "trigger");
  if (!first) {
    context.report("missing-trigger", {}, {});
    return;
  }
  for (const node of others) context.report("several-triggers", { node: node.id, first: first.id }, { node: node.id });
  if (first.disabled === true) context.report("disabled-trigger", { node: first.id }, { node: first.id });
  if (first.parent !== undefined) {
    context.report("trigger-in-container", { node: first.id, parent: first.parent }, { node: first.id });
  }
}
