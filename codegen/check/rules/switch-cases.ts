import { configOf } from "../../schema/node-facts.ts";
import type { CheckContext } from "../context.ts";

/** A switch has cases, each with a port of its own that is not `default`. */
export function checkSwitchCases(context: CheckContext): void {
  for (const { node } of context.active) {
    const cases = node.kind === "control.switch" ? configOf(node)["cases"] : undefined;
    if (!Array.isArray(cases)) continue;
    if (cases.length === 0) context.report("no-cases", { node: node.id }, { node: node.id, path: ["cases"] });
    const seen = new Set(["default"]);
    for (const [index, item] of cases.entries()) {
      const port = item !== null && typeof item === "object" && !Array.isArray(item) ? item["port"] : undefined;
      if (typeof port !== "string") continue;
      if (seen.has(port)) context.report("duplicate-port", { node: node.id, port }, { node: node.id, path: ["cases", index, "port"] });
      seen.add(port);
    }
  }
}
