import { isDeepStrictEqual } from "node:util";
import type { Graph } from "../../codegen/schema/graph.ts";
import type { GraphChange } from "../api/ai-schemas.ts";
import type { Operation } from "./operation.ts";

/** What an operation made of the document, for a canvas that follows it. */
export function describeChange(before: Graph, after: Graph, operation: Operation): GraphChange {
  const [nodes, edges] = [new Map(before.nodes.map((node) => [node.id, node])), new Map(before.edges.map((edge) => [edge.id, edge]))];
  const [nodesNow, edgesNow] = [new Set(after.nodes.map(({ id }) => id)), new Set(after.edges.map(({ id }) => id))];
  const { name, title, description } = after;
  const isRenamed = before.name !== name || before.title !== title || before.description !== description;
  return {
    ...(isRenamed
      ? { workflow: { name, ...(title === undefined ? {} : { title }), ...(description === undefined ? {} : { description }) } }
      : {}),
    ...(operation.op === "renameNode" ? { renamed: { from: operation.id, to: operation.to } } : {}),
    nodes: after.nodes.filter((node) => !isDeepStrictEqual(nodes.get(node.id), node)),
    edges: after.edges.filter((edge) => !isDeepStrictEqual(edges.get(edge.id), edge)),
    removed: {
      nodes: before.nodes.map(({ id }) => id).filter((id) => !nodesNow.has(id)),
      edges: before.edges.map(({ id }) => id).filter((id) => !edgesNow.has(id)),
    },
  };
}
