import type { CheckContext } from "../context.ts";

/** Only steps have policies. */
export function checkPolicies(context: CheckContext): void {
  for (const { node, facts } of context.active) {
    if (node.policy === undefined || facts.takesPolicy) continue;
    context.report("policy-not-supported", { node: node.id, kind: node.kind }, { node: node.id });
  }
}
