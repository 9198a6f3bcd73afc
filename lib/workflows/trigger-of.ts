import { invariant } from "../../codegen/invariant.ts";
import type { Graph } from "../../codegen/schema/graph.ts";
import type { TriggerConfig } from "../triggers/trigger-config.ts";
import { parseTriggerConfig } from "../triggers/trigger-config.ts";

/** The trigger config of a checked graph. */
export function triggerOf(graph: Graph): TriggerConfig {
  const node = graph.nodes.find((candidate) => candidate.kind === "trigger");
  invariant(node, `${graph.name} has no trigger though it was checked`);
  return parseTriggerConfig(node.config ?? {});
}
