import type { Graph, GraphNode } from "../../codegen/index.ts";
import type { Scenario } from "../../codegen/testing/play-fixture.ts";

/** The same workflow with every address at `origin`, each request saying which node it is of, and waiting for moments instead of days. */
export function prepareCase(name: string, graph: Graph, scenario: Scenario, origin: string): { graph: Graph; scenario: Scenario } {
  const text = JSON.stringify(graph)
    .replaceAll(/https:\/\/[a-z]+\.example\.com/g, origin)
    .replaceAll("https://{{", "http://{{");
  const moved = JSON.parse(text) as Graph;
  const nodes = moved.nodes.map((node) => prepareNode(node, name, scenario));
  const input = JSON.parse(JSON.stringify(scenario.input)) as { body?: Record<string, unknown> | null };
  if (name === "sleeps") input.body = { ...input.body, wait: "100ms", dueAt: "2020-01-01T00:00:00Z" };
  return { graph: { ...moved, nodes }, scenario: { ...scenario, input } };
}

function prepareNode(node: GraphNode, name: string, scenario: Scenario): GraphNode {
  const config = node.config ?? {};
  switch (node.kind) {
    case "http.request": {
      const headers = typeof config["headers"] === "object" ? config["headers"] : {};
      return { ...node, config: { ...config, headers: { ...headers, "x-case": name, "x-node": node.id } } };
    }
    case "trigger":
      return config["on"] === "http" && scenario.waits ? { ...node, config: { ...config, respond: "async" } } : node;
    case "control.sleep":
      if (typeof config["for"] === "string" && !config["for"].includes("{{")) return { ...node, config: { for: "100ms" } };
      return config["until"] === "2030-01-01T09:00:00Z" ? { ...node, config: { until: "2020-01-01T09:00:00Z" } } : node;
    case "control.repeat":
      return config["every"] === undefined ? node : { ...node, config: { ...config, every: "100ms" } };
    case "control.approval":
    case "control.waitForEvent":
      return scenario.waits?.[node.id] === "timeout" ? { ...node, config: { ...config, timeout: "1s" } } : node;
    default:
      return node;
  }
}
