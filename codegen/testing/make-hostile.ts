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
  return {
    ...node,
    config,
    ...(node.output === undefined ? {} : { output: replaceInSchema(node.output, text) }),
    ...(node.label === undefined ? {} : { label: replaceLabel(node.label, text) }),
  };
}

/** An empty label is no comment, and a comment has no place in `else if`: what is typed into a label may change nothing, whether there is one may. */
function replaceLabel(label: string, text: () => string): string {
  if (label === "") return "";
  for (;;) {
    const drawn = text();
    if (drawn !== "") return drawn;
  }
}

/** A schema of as many members, called and described otherwise. */
function replaceInSchema(schema: Record<string, Json>, text: () => string): Record<string, Json> {
  const inside = (value: Json): Json => (isRecord(value) ? replaceInSchema(value, text) : value);
  const scalar = (value: Json): Json => (typeof value === "string" ? text() : value);
  const { properties, required, ...rest } = schema;
  const made = Object.entries(rest).map(([key, value]): [string, Json] => {
    if (key === "description" || key === "const") return [key, scalar(value)];
    if (Array.isArray(value)) return [key, key === "enum" ? value.map(scalar) : value.map(inside)];
    return [key, inside(value)];
  });
  if (!isRecord(properties)) return Object.fromEntries(made);
  // Numbered, so that no two are the same. A name that is a number comes before all others, whatever was written first: only which member has
  // it may depend on that, not the order of the members.
  const drawn = Object.keys(Object.fromEntries(Object.keys(properties).map((_, index) => [`${text()}${index}`, index])));
  const names = new Map(Object.keys(properties).map((name, index) => [name, drawn[index] ?? name]));
  const members = Object.entries(properties).map(([name, value]): [string, Json] => [names.get(name) ?? name, inside(value)]);
  const needed = Array.isArray(required) ? { required: required.map((name) => names.get(String(name)) ?? name) } : {};
  return { ...Object.fromEntries(made), properties: Object.fromEntries(members), ...needed };
}

function isRecord(value: Json | undefined): value is Record<string, Json> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
