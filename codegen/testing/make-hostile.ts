import type { Graph, GraphNode } from "../schema/graph.ts";
import type { Json } from "../schema/json.ts";
import { hostileTexts } from "./hostile-texts.ts";

const plainTexts: ReadonlySet<string> = new Set(["short", "", "a longer one"]);

/** An arbitrary graph with every text in it, names of fields included, replaced by a hostile one. */
export function makeHostile(graph: Graph, numbers: Iterator<number>): Graph {
  const text = (): string => hostileTexts[Number(numbers.next().value) % hostileTexts.length] ?? "";
  const replace = (value: Json): Json => {
    if (typeof value === "string") return plainTexts.has(value) ? text() : value;
    if (value === null || typeof value !== "object") return value;
    if (Array.isArray(value)) return value.map(replace);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replace(item)]));
  };
  const made: Graph = { ...graph, nodes: graph.nodes.map((node) => replaceTexts(node, text, replace)) };
  if (graph.title !== undefined) made.title = text();
  if (graph.description !== undefined) made.description = text();
  return made;
}

function replaceTexts(node: GraphNode, text: () => string, replace: (value: Json) => Json): GraphNode {
  const config = Object.fromEntries(Object.entries(node.config ?? {}).map(([key, value]) => [key, replace(value)]));
  const fields = config["fields"];
  if (fields !== null && typeof fields === "object" && !Array.isArray(fields)) {
    config["fields"] = Object.fromEntries(Object.values(fields).map((value) => [text(), value]));
  }
  return { ...node, config, ...(node.label === undefined ? {} : { label: text() }) };
}
