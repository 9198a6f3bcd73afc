import type { Graph, GraphEdge, GraphNode } from "../../../codegen/schema/graph.ts";
import { diffJson } from "../../runs/compare/diff-json.ts";

/** One field of a node that is another than before: `config.url`, `label`, `policy.retries`. */
export interface FieldChange {
  readonly field: string;
  /** Undefined for what was not there. */
  readonly before: unknown;
  readonly after: unknown;
}

export interface NodeChange {
  readonly node: GraphNode;
  /** The id it had, where it was renamed. */
  readonly renamedFrom: string | undefined;
  readonly fields: readonly FieldChange[];
}

/** What became of one graph in another, as a reader of a change wants to know it: meaning first, layout apart. */
export interface GraphDiff {
  readonly added: readonly GraphNode[];
  readonly removed: readonly GraphNode[];
  readonly changed: readonly NodeChange[];
  /** Edges between nodes, as `source → target` reads them. */
  readonly connected: readonly GraphEdge[];
  readonly disconnected: readonly GraphEdge[];
  /** Of the workflow itself: name, title, description. */
  readonly fields: readonly FieldChange[];
  /** How many nodes were moved, resized or folded: no run notices. */
  readonly moved: number;
}

const LAYOUT = ["position", "size", "collapsed"] as const;
const WORKFLOW_FIELDS = ["name", "title", "description"] as const;

/** What changed from one graph to another. A node that only its id tells from one that is gone was renamed. */
export function diffGraphs(before: Graph, after: Graph): GraphDiff {
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  const now = new Map(after.nodes.map((node) => [node.id, node]));
  const gone = before.nodes.filter((node) => !now.has(node.id));
  const added: GraphNode[] = [];
  const changed: NodeChange[] = [];
  const renamed = new Map<string, string>();
  let moved = 0;
  for (const node of after.nodes) {
    const same = old.get(node.id);
    const from = same ?? gone.find((candidate) => isRenamed(candidate, node) && !renamed.has(candidate.id));
    if (!from) {
      added.push(node);
      continue;
    }
    if (!same) renamed.set(from.id, node.id);
    const fields = fieldChanges(meaningOf(from), meaningOf(node));
    if (fields.length > 0 || !same) changed.push({ node, renamedFrom: same ? undefined : from.id, fields });
    if (diffJson(layoutOf(from), layoutOf(node)).length > 0) moved++;
  }
  const name = (id: string): string => renamed.get(id) ?? id;
  const key = (edge: GraphEdge): string => `${edge.source} ${edge.port ?? "out"} ${edge.target}`;
  const oldEdges = new Set(before.edges.map((edge) => key({ ...edge, source: name(edge.source), target: name(edge.target) })));
  const newEdges = new Set(after.edges.map(key));
  return {
    added,
    removed: gone.filter((node) => !renamed.has(node.id)),
    changed,
    connected: after.edges.filter((edge) => !oldEdges.has(key(edge))),
    disconnected: before.edges.filter((edge) => !newEdges.has(key({ ...edge, source: name(edge.source), target: name(edge.target) }))),
    fields: WORKFLOW_FIELDS.filter((field) => (before[field] ?? "") !== (after[field] ?? "")).map((field) => ({
      field,
      before: before[field],
      after: after[field],
    })),
    moved,
  };
}

/** Whether no run would notice: nothing but layout differs. */
export function isLayoutOnly({ added, removed, changed, connected, disconnected, fields }: GraphDiff): boolean {
  return [added, removed, changed, connected, disconnected, fields].every((part) => part.length === 0);
}

function meaningOf({ id: _id, ...node }: GraphNode): Record<string, unknown> {
  const meaning: Record<string, unknown> = { ...node };
  for (const field of LAYOUT) delete meaning[field];
  return meaning;
}

function layoutOf(node: GraphNode): Record<string, unknown> {
  return Object.fromEntries(LAYOUT.map((field) => [field, node[field]]));
}

function isRenamed(from: GraphNode, to: GraphNode): boolean {
  return from.kind === to.kind && diffJson(meaningOf(from), meaningOf(to)).length === 0;
}

function fieldChanges(before: Record<string, unknown>, after: Record<string, unknown>): FieldChange[] {
  return diffJson(before, after).map(({ path, before: left, after: right }) => ({ field: path.join("."), before: left, after: right }));
}
