import type { BranchStatement, Choice, NodeRef } from "../ir/ir.ts";

/** Whether two cases of a `switch` made here lead to one port: its decision is then named first, so that the port's arm is printed once. */
export function hasDoubleCase(
  ir: BranchStatement,
): ir is BranchStatement & { readonly node: NodeRef; readonly choices: readonly Choice[] } {
  if (ir.type !== "switch" || !ir.node || !ir.choices) return false;
  return new Set(ir.choices.map((choice) => choice.port)).size < ir.choices.length;
}
