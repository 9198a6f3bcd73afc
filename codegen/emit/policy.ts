import type { Policy } from "../schema/graph.ts";
import type { Doc } from "./doc.ts";
import { hardline } from "./doc.ts";
import { printNumber, printString } from "./literal.ts";

/** What follows a local step's function: `chargeStep.maxRetries = 5;` and, where the step cannot hold it itself, its timeout. */
export function printPolicy(name: string, policy: Policy | undefined, fields: readonly ("retries" | "timeout")[]): Doc {
  const lines: Doc[] = [];
  if (fields.includes("retries") && policy?.retries !== undefined) {
    lines.push([hardline, `${name}.maxRetries = ${printNumber(policy.retries)};`]);
  }
  if (fields.includes("timeout") && policy?.timeout !== undefined) {
    lines.push([hardline, `${name}.timeout = ${printString(policy.timeout)};`]);
  }
  return lines;
}

/** `.catch(() => undefined)` for a step whose failure the workflow ignores. */
export function printIgnoredFailure(ir: { readonly policy?: Policy; readonly catches: boolean }): Doc {
  return ir.policy?.onError === "continue" && !ir.catches ? ".catch(() => undefined)" : "";
}
