import type { Graph, GraphNode } from "../../../../codegen/schema/graph.ts";
import type { Json } from "../../../../codegen/schema/json.ts";
import { configOf } from "../../../../codegen/schema/node-facts.ts";
import { changeNodes } from "../change-nodes.ts";
import { freshId, takenNames } from "../fresh-id.ts";
import { sameJson } from "../same-json.ts";

/** What starts a workflow, and the config of that; `{ on: "schedule", cron: "0 9 * * *" }`. */
export type TriggerConfig = Readonly<Record<string, Json>> & { readonly on: "manual" | "http" | "schedule" | "event" };

/** The graph started otherwise. The input's schema is kept unless another is given; a graph without a trigger gets one. */
export function setTrigger(graph: Graph, config: TriggerConfig): Graph {
  const trigger = graph.nodes.find((node) => node.kind === "trigger");
  if (!trigger) {
    const made: GraphNode = { id: freshId("input", takenNames(graph)), kind: "trigger", config: { ...config }, position: { x: 0, y: 0 } };
    return { ...graph, nodes: [made, ...graph.nodes] };
  }
  const { input } = configOf(trigger);
  const next: Record<string, Json> = { ...(input !== undefined && { input }), ...config };
  if (sameJson(configOf(trigger), next)) return graph;
  return changeNodes(graph, (node) => (node === trigger ? { ...node, config: next } : node));
}
