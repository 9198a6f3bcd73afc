import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Graph } from "../schema/graph.ts";
import { policySchema } from "../schema/graph.ts";
import { parseGraph } from "../schema/parse-graph.ts";

/** A value as a graph; one that already looks like a graph is taken as it is, which is a hundred times faster than parsing it. */
export function readInput(value: unknown): { readonly graph: Graph } | { readonly diagnostics: readonly Diagnostic[] } {
  return isGraph(value) ? { graph: value } : parseGraph(value);
}

const graphKeys = new Set(["weft", "name", "title", "description", "nodes", "edges"]);
const nodeKeys = new Set([
  "id",
  "kind",
  "label",
  "config",
  "connection",
  "output",
  "policy",
  "parent",
  "disabled",
  "position",
  "size",
  "collapsed",
]);
const edgeKeys = new Set(["id", "source", "port", "target"]);

function isGraph(value: unknown): value is Graph {
  if (!isRecord(value) || !hasOnly(value, graphKeys)) return false;
  const { weft, name, title, description, nodes, edges } = value;
  return (
    weft === 1 &&
    typeof name === "string" &&
    isOptionalString(title) &&
    isOptionalString(description) &&
    Array.isArray(nodes) &&
    Array.from(nodes).every(isNode) &&
    Array.isArray(edges) &&
    Array.from(edges).every(isEdge)
  );
}

function isNode(node: unknown): boolean {
  if (!isRecord(node) || !hasOnly(node, nodeKeys)) return false;
  const { id, kind, label, config, connection, output, policy, parent, disabled, position, size, collapsed } = node;
  return (
    typeof id === "string" &&
    typeof kind === "string" &&
    isOptionalString(label) &&
    isOptionalString(connection) &&
    isOptionalString(parent) &&
    (disabled === undefined || typeof disabled === "boolean") &&
    (collapsed === undefined || typeof collapsed === "boolean") &&
    (policy === undefined || policySchema.safeParse(policy).success) &&
    (position === undefined ||
      (isRecord(position) &&
        typeof position["x"] === "number" &&
        typeof position["y"] === "number" &&
        Object.keys(position).length === 2)) &&
    (size === undefined || isSize(size)) &&
    (output === undefined || (isRecord(output) && isJson(output, 0))) &&
    (config === undefined || (isRecord(config) && isJson(config, 0)))
  );
}

function isSize(size: unknown): boolean {
  if (!isRecord(size) || Object.keys(size).length !== 2) return false;
  const { width, height } = size;
  return typeof width === "number" && width >= 0 && typeof height === "number" && height >= 0;
}

function isEdge(edge: unknown): boolean {
  if (!isRecord(edge) || !hasOnly(edge, edgeKeys)) return false;
  const { id, source, port, target } = edge;
  return typeof id === "string" && typeof source === "string" && isOptionalString(port) && typeof target === "string";
}

function isJson(value: unknown, depth: number): boolean {
  switch (typeof value) {
    case "string":
    case "boolean":
      return true;
    case "number":
      return Number.isFinite(value);
    case "object":
      if (value === null) return true;
      if (depth > 150) return false;
      return (Array.isArray(value) ? Array.from(value) : Object.values(value)).every((item) => isJson(item, depth + 1));
    default:
      return false;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function isOptionalString(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}

function hasOnly(value: object, keys: ReadonlySet<string>): boolean {
  for (const key of Object.keys(value)) if (!keys.has(key)) return false;
  return true;
}
