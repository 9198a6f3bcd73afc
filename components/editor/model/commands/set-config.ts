import type { Graph, GraphNode } from "../../../../codegen/schema/graph.ts";
import type { Json } from "../../../../codegen/schema/json.ts";
import { configOf, portOf } from "../../../../codegen/schema/node-facts.ts";
import { changeEdges, changeNodes, keep } from "../change-nodes.ts";
import { indexOf } from "../graph-index.ts";
import { portsOf } from "../ports.ts";
import { sameJson } from "../same-json.ts";

/** A way into a config: keys of objects, indexes of lists; empty for the whole config. */
export type ConfigPath = readonly (string | number)[];

/**
 * The graph with a value in a node's config set, or taken away by undefined. What the way leads through is made where it is missing. Edges
 * follow a port that is called otherwise, and go with a port that is no more.
 */
export function setConfig(graph: Graph, id: string, path: ConfigPath, value: Json | undefined): Graph {
  const node = indexOf(graph).nodes.get(id);
  if (!node) return graph;
  const config = setIn(configOf(node), path, value);
  if (!isRecord(config) || sameJson(config, configOf(node))) return graph;
  const changed = { ...node, config };
  return followPorts(
    changeNodes(graph, (other) => (other === node ? changed : other)),
    node,
    changed,
  );
}

function setIn(target: Json | undefined, [step, ...rest]: ConfigPath, value: Json | undefined): Json | undefined {
  if (step === undefined) return value;
  if (typeof step === "number") {
    const list = Array.isArray(target) ? target : [];
    if (value === undefined && rest.length === 0) return list.filter((_item, index) => index !== step);
    const next = list.slice();
    next[Math.min(step, list.length)] = setIn(list[step], rest, value) ?? null;
    return next;
  }
  const record = isRecord(target) ? target : {};
  const inner = setIn(Object.hasOwn(record, step) ? record[step] : undefined, rest, value);
  // Own properties by `fromEntries`, so that a key may be `__proto__`.
  const entries = Object.entries(record);
  if (inner === undefined) return Object.fromEntries(entries.filter(([key]) => key !== step));
  if (!Object.hasOwn(record, step)) return Object.fromEntries([...entries, [step, inner]]);
  return Object.fromEntries(entries.map(([key, item]) => [key, key === step ? inner : item]));
}

function isRecord(value: Json | undefined): value is Record<string, Json> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function followPorts(graph: Graph, before: GraphNode, after: GraphNode): Graph {
  const was = portsOf(before);
  const is = portsOf(after);
  const gone = was.filter((port) => !is.includes(port));
  if (gone.length === 0) return graph;
  const [port] = gone;
  const renamed = gone.length === 1 && was.length === is.length ? is.find((other) => !was.includes(other)) : undefined;
  if (renamed === undefined) {
    return keep(
      graph,
      () => true,
      (edge) => edge.source !== after.id || !gone.includes(portOf(edge)),
    );
  }
  return changeEdges(graph, (edge) => (edge.source === after.id && portOf(edge) === port ? { ...edge, port: renamed } : edge));
}
