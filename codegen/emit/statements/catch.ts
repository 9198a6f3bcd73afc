import { invariant } from "../../invariant.ts";
import { printBinding } from "../bind.ts";
import type { EmitContext } from "../context.ts";
import type { Doc, StatementDoc } from "../doc.ts";
import { braces, statements } from "../doc.ts";
import type { PlanStatement } from "../plan.ts";

/** `try { … } catch (error) { … }`: what handles the failure is inside when nothing else depends on the outcome. */
export function printCatch(tried: Doc, statement: PlanStatement, context: EmitContext): Doc {
  const { ir } = statement;
  const handler = statement.blocks[1];
  invariant("node" in ir && ir.node && handler, "what catches stands for a node and has a handler");
  const name = context.names.errorOf(ir.node.id);
  const planned = context.planner.planned.get(name);
  const items: StatementDoc[] = [];
  if (planned && planned.uses.length > 0) {
    const stepError = context.names.imported("@/plugins/kit/step-error", "stepError");
    items.push({ content: printBinding(name, `${stepError}(error)`, handler), spaced: false });
  }
  const header = items.length > 0 ? " catch (error) " : " catch ";
  items.push(...context.block(handler));
  return ["try ", braces(tried), header, braces(items.length > 0 ? statements(items) : undefined)];
}
