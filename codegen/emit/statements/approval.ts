import type { ApprovalStatement } from "../../ir/ir.ts";
import type { EmitContext } from "../context.ts";
import type { Doc } from "../doc.ts";
import { list } from "../doc.ts";
import { printString } from "../literal.ts";
import { printRace } from "./event.ts";

/** A hook that a person answers, raced against a timeout. */
export function printApproval(ir: ApprovalStatement, context: EmitContext): Doc {
  const createHook = context.names.imported("workflow", "createHook");
  const approval = context.names.imported("@/plugins/kit/approval", "type Approval");
  const metadata: Doc[] = [
    ["node: ", printString(ir.node.id)],
    ["message: ", context.value(ir.message, ir.node, ["message"])],
  ];
  if (ir.notify !== undefined) metadata.push(["notify: ", context.value(ir.notify, ir.node, ["notify"])]);
  const hook = [createHook, `<${approval}>(`, list("{", [["metadata: ", list("{", metadata, "}", true)]], "}", true), ")"];
  return printRace(hook, ir, context);
}
