import type { Graph, GraphEdge, GraphNode } from "../../../../codegen/schema/graph.ts";
import { nodeSchema } from "../../../../codegen/schema/graph.ts";
import { keepIdentity } from "../keep-identity.ts";
import { sameJson } from "../same-json.ts";
import { followRenames } from "./follow-renames.ts";
import { mergeEdges } from "./merge-edges.ts";
import { mergeValue } from "./merge-value.ts";
import { settleParents } from "./settle-parents.ts";

/**
 * What both sides changed, each otherwise: a field of a node (`["config", "url"]`, `["label"]`), of the document when `node` is undefined, or
 * the whole node when `field` is empty: one side took it away, undefined there, while the other worked on it.
 */
export interface Conflict {
  readonly node: string | undefined;
  readonly field: readonly (string | number)[];
  readonly mine: unknown;
  readonly theirs: unknown;
  /** With a whole node that is theirs: the edges at it. */
  readonly edges?: readonly GraphEdge[];
}

export interface Merged {
  /** With mine wherever there is a conflict. */
  readonly graph: Graph;
  readonly conflicts: readonly Conflict[];
  /** Edges of either side that cannot be drawn any more: an end is gone, in another container, or they would close a cycle. */
  readonly dropped: readonly GraphEdge[];
}

/** Where things are drawn is nobody's meaning: when both moved a node, it stays where I put it. */
const layoutFields = new Set(["position", "size", "collapsed"]);

/**
 * Two versions of a graph as one, by what each changed since the version both began with. Nodes are the same by id, fields by name, edges by
 * their ends. What did not change is the very object it is in mine.
 */
export function mergeGraphs(base: Graph, mine: Graph, theirs: Graph): Merged {
  const sides = followRenames({ base, mine, theirs });
  const conflicts: Conflict[] = [];
  const nodes = mergeNodes(sides.base, sides.mine, sides.theirs, conflicts);
  const details = mergeDetails(sides.base, sides.mine, sides.theirs, conflicts);
  const settled = settleParents({ ...sides.mine, nodes }, sides.mine, sides.theirs);
  const { edges, dropped } = mergeEdges({ ...settled, ...details }, sides);
  const merged: Graph = { weft: 1, ...details, nodes: settled.nodes, edges };
  return { graph: keepIdentity(mine, merged), conflicts, dropped };
}

function mergeNodes(base: Graph, mine: Graph, theirs: Graph, conflicts: Conflict[]): GraphNode[] {
  const [before, own, other] = [byId(base), byId(mine), byId(theirs)];
  const ids = [...own.keys(), ...[...other.keys()].filter((id) => !own.has(id))];
  return ids.flatMap((id): GraphNode[] => {
    const [was, here, there] = [before.get(id), own.get(id), other.get(id)];
    if (here && there) return [mergeNode(was, here, there, conflicts)];
    if (here) {
      if (!was || hasMeaning(was, here)) {
        if (was) conflicts.push({ node: id, field: [], mine: here, theirs: undefined });
        return [here];
      }
      return [];
    }
    if (!there || (was && !hasMeaning(was, there))) return [];
    if (!was) return [there];
    const edges = theirs.edges.filter((edge) => edge.source === id || edge.target === id);
    conflicts.push({ node: id, field: [], mine: undefined, theirs: there, edges });
    return [];
  });
}

/** Whether a node says something else than before, wherever it stands. */
function hasMeaning(before: GraphNode, after: GraphNode): boolean {
  return !sameJson(withoutLayout(before), withoutLayout(after));
}

function withoutLayout(node: GraphNode): object {
  return Object.fromEntries(Object.entries(node).filter(([key]) => !layoutFields.has(key)));
}

function mergeNode(base: GraphNode | undefined, mine: GraphNode, theirs: GraphNode, conflicts: Conflict[]): GraphNode {
  if (sameJson(mine, theirs)) return mine;
  const merged = mergeValue(base ?? {}, mine, theirs, [], ({ path, mine: here, theirs: there }) => {
    if (!layoutFields.has(String(path[0]))) conflicts.push({ node: mine.id, field: path, mine: here, theirs: there });
  });
  const whole = Object.fromEntries(Object.entries(typeof merged === "object" && merged !== null ? merged : {}));
  for (const field of ["position", "size"] as const) {
    // Half of one place and half of another is nowhere; and a place is one in a certain container.
    const isMine =
      field === "position" && mine.parent !== theirs.parent ? whole["parent"] === mine.parent : !sameJson(base?.[field], mine[field]);
    whole[field] = (isMine ? mine : theirs)[field];
  }
  const parsed = nodeSchema.safeParse(withoutUndefined(whole));
  if (parsed.success) return parsed.data;
  // Two halves that each had the shape and together do not.
  conflicts.push({ node: mine.id, field: [], mine, theirs });
  return mine;
}

function withoutUndefined(object: object): object {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

function mergeDetails(base: Graph, mine: Graph, theirs: Graph, conflicts: Conflict[]): Pick<Graph, "name" | "title" | "description"> {
  const pick = (key: "name" | "title" | "description"): string | undefined => {
    const merged = mergeValue(base[key], mine[key], theirs[key], [key], (conflict) =>
      conflicts.push({ node: undefined, field: conflict.path, mine: conflict.mine, theirs: conflict.theirs }),
    );
    return typeof merged === "string" ? merged : undefined;
  };
  const [title, description] = [pick("title"), pick("description")];
  return {
    name: pick("name") ?? mine.name,
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
  };
}

function byId(graph: Graph): Map<string, GraphNode> {
  return new Map(graph.nodes.map((node) => [node.id, node]));
}
