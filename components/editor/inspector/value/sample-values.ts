import { configOf } from "../../../../codegen/schema/node-facts.ts";
import type { Graph, GraphNode } from "../../../../codegen/schema/graph.ts";
import { previewText } from "./preview.ts";
import type { Values } from "./evaluate.ts";

/** What names stand for in a node's fields, with the last run's data: outputs, the first entry of each loop around, plain variables. */
export function sampleValues(
  graph: Graph,
  node: GraphNode,
  samples: Readonly<Record<string, unknown>>,
  variables: Readonly<Record<string, string>>,
): Values {
  const values = new Map<string, unknown>(Object.entries(samples));
  values.set("env", variables);
  const nodes = new Map(graph.nodes.map((one) => [one.id, one]));
  const loops: GraphNode[] = [];
  const seen = new Set<string>();
  // The node itself counts: what a loop collects is read inside of it.
  for (let at: GraphNode | undefined = node; at && !seen.has(at.id); at = at.parent === undefined ? undefined : nodes.get(at.parent)) {
    seen.add(at.id);
    if (at.kind === "control.forEach") loops.unshift(at);
  }
  for (const loop of loops) {
    const { as, items } = configOf(loop);
    if (typeof as !== "string") continue;
    const list = typeof items === "string" ? previewText(items, "template", values) : undefined;
    const entries = list?.kind === "value" ? list.value : items;
    if (Array.isArray(entries) && entries.length > 0) values.set(as, entries[0]);
    else values.delete(as);
  }
  return values;
}
