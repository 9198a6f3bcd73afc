import { configOf } from "../../schema/node-facts.ts";
import type { CheckContext } from "../context.ts";

/** A switch has cases, each with a port of its own that is not `default`. */
export function checkSwitchCases(context: CheckContext): void {
  for (const { node } of context.active) {
    const cases = node.kind === "control.switch" ? configOf(node)["cases"] : undefined;
    if (typeof cases === "string") reportText(context, node.id, ["cases"], "expected a list of cases");
    if (!Array.isArray(cases)) continue;
    if (cases.length === 0) context.report("no-cases", { node: node.id }, { node: node.id, path: ["cases"] });
    const seen = new Set(["default"]);
    for (const [index, item] of cases.entries()) {
      if (typeof item === "string") reportText(context, node.id, ["cases", index], "expected a case: its port and its condition");
      const port = item !== null && typeof item === "object" && !Array.isArray(item) ? item["port"] : undefined;
      if (typeof port !== "string") continue;
      if (seen.has(port)) context.report("duplicate-port", { node: node.id, port }, { node: node.id, path: ["cases", index, "port"] });
      seen.add(port);
    }
  }
}

/** Elsewhere a text with an expression stands for what it gives; which ports there are must be known before anything runs. */
function reportText(context: CheckContext, node: string, path: readonly (string | number)[], problem: string): void {
  context.report("invalid-config", { node, field: path.join("."), problem }, { node, path });
}
