import type { ApprovalStatement, EventStatement } from "../../ir/ir.ts";
import type { EmitContext } from "../context.ts";
import type { Doc } from "../doc.ts";
import { list } from "../doc.ts";
import { printTypeArgument } from "../data-type.ts";
import { printString } from "../literal.ts";
import { nameSleep } from "./sleep.ts";

/** A hook that one HTTP call answers, raced against a timeout. */
export function printEvent(ir: EventStatement, context: EmitContext): Doc {
  const createHook = context.names.imported("workflow", "createHook");
  const metadata = list("{", [["node: ", printString(ir.node.id)]], "}", true);
  return printRace(
    [
      createHook,
      ir.output === undefined ? "<any>" : printTypeArgument(ir.node, ir.output, context),
      "(",
      list("{", [["metadata: ", metadata]], "}", true),
      ")",
    ],
    ir,
    context,
  );
}

/** The hook alone, or the first of it and the timeout. */
export function printRace(hook: Doc, ir: ApprovalStatement | EventStatement, context: EmitContext): Doc {
  if (ir.timeout === undefined) return hook;
  const sleep = [nameSleep(ir.node, context), "(", context.value(ir.timeout, ir.node, ["timeout"]), ")"];
  return ["Promise.race(", list("[", [hook, sleep], "]"), ")"];
}
