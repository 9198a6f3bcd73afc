import type { Expression } from "../../expression/ast.ts";
import { childrenOf } from "../../expression/ast.ts";
import type { ApprovalStatement, Value } from "../../ir/ir.ts";
import type { EmitContext } from "../context.ts";
import type { Doc } from "../doc.ts";
import { list } from "../doc.ts";
import { printString } from "../literal.ts";
import { readText } from "../read-values.ts";
import { printRace } from "./event.ts";

/** A hook that a person answers, raced against a timeout. */
export function printApproval(ir: ApprovalStatement, context: EmitContext): Doc {
  const createHook = context.names.imported("workflow", "createHook");
  const approval = context.names.imported("@/plugins/kit/approval", "type Approval");
  const metadata: Doc[] = [
    ["node: ", printString(ir.node.id)],
    ["message: ", context.value(ir.message, ir.node, ["message"])],
  ];
  if (ir.notify !== undefined) metadata.push(["notify: ", printNotify(ir.notify, ir, context)]);
  const hook = [createHook, `<${approval}>(`, list("{", [["metadata: ", list("{", metadata, "}", true)]], "}", true), ")"];
  return printRace(hook, ir, context);
}

/** A hook's metadata has no place for values whose type is an interface, as those of steps are: they lose it on the way. */
function printNotify(notify: Value, ir: ApprovalStatement, context: EmitContext): Doc {
  const value = context.value(notify, ir.node, ["notify"]);
  if (!holdsName(notify)) return value;
  const whole = typeof notify === "string" ? readText(notify) : undefined;
  const isOperand = !whole || ["name", "array", "object", "group"].includes(whole.type);
  return isOperand ? [value, " as any"] : ["(", value, ") as any"];
}

function holdsName(value: Value): boolean {
  if (typeof value === "string") return value.includes("{{") && givesName(readText(value));
  return value !== null && typeof value === "object" && Object.values(value).some(holdsName);
}

/** Whether what an expression gives may be, or hold, the whole value of a name. */
function givesName(expression: Expression): boolean {
  switch (expression.type) {
    case "name":
      return expression.binding === "free";
    case "binary":
      return ["??", "||", "&&"].includes(expression.operator) && childrenOf(expression).some(givesName);
    case "conditional":
      return givesName(expression.consequent) || givesName(expression.alternate);
    case "array":
    case "object":
    case "group":
      return childrenOf(expression).some(givesName);
    default:
      return false;
  }
}
