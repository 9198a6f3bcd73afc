import { hasErrorPort } from "../../schema/node-facts.ts";
import type { CheckContext } from "../context.ts";

/** `<id>Error` is the name of a caught error; no node may have it beside that. */
export function checkErrorNames(context: CheckContext): void {
  const { nodes, errorEdges } = context.layout;
  for (const id of errorEdges.keys()) {
    const node = nodes.get(id);
    const other = nodes.get(`${id}Error`);
    if (node && other && other.kind !== "note" && hasErrorPort(node, context.catalog)) {
      context.report("error-name-conflict", { node: id }, { node: other.id });
    }
  }
}
