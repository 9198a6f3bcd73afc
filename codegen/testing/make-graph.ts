import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Graph, GraphEdge, GraphNode } from "../schema/graph.ts";
import { testCatalog } from "./test-catalog.ts";
import { check } from "../check/check.ts";
import type { CheckOptions } from "../check/context.ts";

/** A node with its config: `node("a", "control.if", { when: "true" }, { parent: "loop" })`. */
export function node(
  id: string,
  kind = "http.request",
  config: GraphNode["config"] = { url: "https://example.com" },
  more: Partial<GraphNode> = {},
): GraphNode {
  return { id, kind, config, ...more };
}

/** Edges written as text: `edges("input > a, a.error > b")`. */
export function edges(text: string): GraphEdge[] {
  return text.split(",").map((part, index) => {
    const [from = "", target = ""] = part.trim().split(/\s*>\s*/);
    const [source = "", port] = from.split(".");
    return { id: `e${index + 1}`, source, target, ...(port === undefined ? {} : { port }) };
  });
}

/** A workflow called `flow` with a manual trigger called `input`. */
export function graph(nodes: readonly GraphNode[], wiring: string | readonly GraphEdge[] = ""): Graph {
  const wires = typeof wiring !== "string" ? [...wiring] : wiring === "" ? [] : edges(wiring);
  return { weft: 1, name: "flow", nodes: [node("input", "trigger", { on: "manual" }), ...nodes], edges: wires };
}

/** The diagnostics as "code at place: message". */
export function findings(value: unknown, options?: CheckOptions): string[] {
  return check(value, testCatalog, options).map((diagnostic) => `${diagnostic.code} at ${placeOf(diagnostic)}: ${diagnostic.message}`);
}

/** The codes alone. */
export function codes(value: unknown, options?: CheckOptions): string[] {
  return check(value, testCatalog, options).map((diagnostic) => diagnostic.code);
}

function placeOf({ location }: Diagnostic): string {
  return [location.node ?? location.edge ?? "document", ...(location.path ?? [])].join(".");
}
