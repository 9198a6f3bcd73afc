import { invariant } from "../../invariant.ts";
import type { EmitContext } from "../context.ts";
import type { Doc } from "../doc.ts";
import type { PlanStatement } from "../plan.ts";
import { printApproval } from "./approval.ts";
import { printEvent } from "./event.ts";
import { printSleep } from "./sleep.ts";
import { printStepCall } from "./step.ts";

/** A statement that is one promise, without `await`. */
export function printBareCall({ ir }: PlanStatement, context: EmitContext): Doc {
  switch (ir.kind) {
    case "call":
    case "code":
    case "child":
      return printStepCall(ir, context);
    case "sleep":
      return printSleep(ir, context);
    case "approval":
      return printApproval(ir, context);
    case "event":
      return printEvent(ir, context);
    default:
      invariant(false, `${ir.kind} is no call`);
  }
}
