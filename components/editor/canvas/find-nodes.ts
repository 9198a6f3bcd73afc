import type { Graph, GraphNode } from "../../../codegen/schema/graph.ts";
import type { Json } from "../../../codegen/schema/json.ts";
import { describeKind } from "../nodes/describe-kind.ts";
import { titleOf } from "../nodes/summarize-node.ts";

/** The nodes that hold every word of a text in label, id, kind or settings; first those whose label has it, else in the document's order. */
export function findNodes(graph: Graph, text: string): readonly string[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  const found = graph.nodes.filter((node) => {
    const all = allText(node);
    return words.every((word) => all.includes(word));
  });
  const inTitle = (node: GraphNode): boolean => words.every((word) => titleOf(node).toLowerCase().includes(word));
  return [...found.filter(inTitle), ...found.filter((node) => !inTitle(node))].map((node) => node.id);
}

const texts = new WeakMap<GraphNode, string>();

function allText(node: GraphNode): string {
  const known = texts.get(node);
  if (known !== undefined) return known;
  const { label, service } = describeKind(node.kind);
  const made = [titleOf(node), node.id, node.kind, label, service ?? "", ...stringsOf(node.config ?? {})].join("\n").toLowerCase();
  texts.set(node, made);
  return made;
}

function stringsOf(value: Json): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  if (value !== null && typeof value === "object") return Object.entries(value).flatMap(([key, inner]) => [key, ...stringsOf(inner)]);
  return typeof value === "number" ? [String(value)] : [];
}
