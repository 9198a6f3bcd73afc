import { renameNode } from "../../../../codegen/rename.ts";
import type { Graph, GraphNode } from "../../../../codegen/schema/graph.ts";
import { isContainer } from "../../../../codegen/schema/node-facts.ts";
import { withFreshNames } from "../copy-nodes.ts";
import type { Edited } from "../edited.ts";
import { edgeIds, takenNames } from "../fresh-id.ts";
import type { Point } from "../geometry.ts";
import { boxAround, containerPadding, nodeSize, positionOf } from "../geometry.ts";
import { indexOf } from "../graph-index.ts";
import { referencedNames } from "../referenced-names.ts";
import { selectNodes } from "../selection.ts";
import { drawEdges } from "../draw-edges.ts";
import { layOutSimply } from "./lay-out-simply.ts";
import type { PasteProblem } from "./read-clipboard.ts";
import { readClipboard } from "./read-clipboard.ts";

/** The graph with the nodes of a text added, their middle at a point of the container (of the canvas without one), and selected. */
export function paste(graph: Graph, text: string, at: Point, parent?: string): Edited | PasteProblem {
  const read = readClipboard(text);
  return "problem" in read ? read : pasteGraph(graph, read, at, parent);
}

/**
 * The graph with another one's nodes added. Ids that are taken become other ones, and references among the nodes follow; those to the other
 * trigger follow to this one, and those to nodes that are not here stay as they are. A graph in which nobody has done anything yet becomes the
 * other one, if that begins with a trigger, and keeps its own name and title.
 */
export function pasteGraph(graph: Graph, pasted: Graph, at: Point, parent?: string): Edited {
  if (isBlank(graph) && isWhole(pasted)) return takeWhole(graph, pasted);
  const container = parent === undefined ? undefined : indexOf(graph).nodes.get(parent);
  const home = container && isContainer(container) ? container.id : undefined;
  const own = pointAtTrigger(graph, makeSound(layOutSimply(pasted)));
  const nodes = own.nodes.filter((node) => node.kind !== "trigger" || !graph.nodes.some((other) => other.kind === "trigger"));
  if (nodes.length === 0) return { graph, selection: selectNodes([]) };
  const ids = new Set(nodes.map((node) => node.id));
  const edges = own.edges.filter((edge) => ids.has(edge.source) && ids.has(edge.target));
  const taken = takenNames(graph);
  // A new name must not catch a reference to what is not here.
  for (const node of nodes) for (const name of referencedNames(node)) if (!ids.has(name)) taken.add(name);
  const copy = withFreshNames({ nodes, edges }, taken, edgeIds(graph));
  const roots = copy.nodes.filter((node) => node.parent === undefined);
  const placed = place(copy.nodes, roots, at, home, indexOf(graph).children(home));
  return {
    graph: { ...graph, nodes: [...graph.nodes, ...placed], edges: [...graph.edges, ...copy.edges] },
    selection: selectNodes(roots.map((node) => node.id)),
  };
}

/** A trigger by hand and nothing else, as a new document has it. */
function isBlank({ nodes }: Graph): boolean {
  const [trigger] = nodes;
  return (
    nodes.length === 1 &&
    trigger?.kind === "trigger" &&
    Object.keys(trigger.config ?? {}).length === 1 &&
    trigger.config?.["on"] === "manual"
  );
}

/** What is copied has the trigger for its name alone, without its edges. */
function isWhole({ nodes, edges }: Graph): boolean {
  const trigger = nodes.find(({ kind }) => kind === "trigger");
  return edges.some(({ source }) => source === trigger?.id);
}

function takeWhole(graph: Graph, pasted: Graph): Edited {
  const { nodes, edges, title, description } = makeSound(layOutSimply(pasted));
  const said = { ...(title === undefined ? {} : { title }), ...(description === undefined ? {} : { description }) };
  const roots = nodes.filter(({ parent }) => parent === undefined);
  return { graph: { ...said, ...graph, nodes, edges }, selection: selectNodes(roots.map(({ id }) => id)) };
}

/** Names the pasted trigger as the graph's own, so that what reads it goes on reading. */
function pointAtTrigger(graph: Graph, pasted: Graph): Graph {
  const here = graph.nodes.find((node) => node.kind === "trigger");
  const there = pasted.nodes.find((node) => node.kind === "trigger");
  if (!here || !there || here.id === there.id) return pasted;
  const clash = pasted.nodes.find((node) => node.id === here.id);
  if (!clash) return renameNode(pasted, there.id, here.id);
  const taken = new Set([...takenNames(graph), ...takenNames(pasted)]);
  let free = `${here.id}2`;
  for (let number = 3; taken.has(free); number++) free = `${here.id}${number}`;
  return renameNode(renameNode(pasted, clash.id, free), there.id, here.id);
}

/** Without what could not be drawn: ids twice, parents that do not hold it, edges that cannot be. A text may come from anywhere. */
function makeSound(pasted: Graph): Graph {
  const seen = new Set<string>();
  const unique = pasted.nodes.filter((node) => !seen.has(node.id) && seen.add(node.id));
  const byId = new Map(unique.map((node) => [node.id, node]));
  const nodes = unique.map((node): GraphNode => {
    if (node.parent === undefined || hasHome(node, byId)) return node;
    const { parent: _none, ...rest } = node;
    return rest;
  });
  const loose: Graph = { ...pasted, nodes, edges: [] };
  return { ...loose, edges: drawEdges(loose, pasted.edges).edges };
}

function hasHome(node: GraphNode, byId: ReadonlyMap<string, GraphNode>): boolean {
  const seen = new Set([node.id]);
  for (let id = node.parent; id !== undefined; id = byId.get(id)?.parent) {
    const parent = byId.get(id);
    if (!parent || !isContainer(parent) || seen.has(id)) return false;
    seen.add(id);
  }
  return true;
}

/** A node nearer to another one than this covers it. */
const COVERS = 20;
const ASIDE = 40;

function place(
  nodes: readonly GraphNode[],
  roots: readonly GraphNode[],
  at: Point,
  home: string | undefined,
  siblings: readonly GraphNode[],
): GraphNode[] {
  const around = boxAround(roots.map((node) => ({ ...positionOf(node), ...nodeSize, ...node.size })));
  const wanted = { x: Math.round(at.x - (around?.width ?? 0) / 2), y: Math.round(at.y - (around?.height ?? 0) / 2) };
  const corner =
    home === undefined ? wanted : { x: Math.max(wanted.x, containerPadding.left), y: Math.max(wanted.y, containerPadding.top) };
  let dx = corner.x - (around?.x ?? 0);
  let dy = corner.y - (around?.y ?? 0);
  const covers = (node: GraphNode): boolean => {
    const { x, y } = positionOf(node);
    return siblings.some((other) => Math.hypot(positionOf(other).x - x - dx, positionOf(other).y - y - dy) < COVERS);
  };
  // Pasted twice at one place, or over what was copied: a little aside, so that both are seen.
  for (; roots.some(covers); dx += ASIDE, dy += ASIDE);
  const rootIds = new Set(roots.map((node) => node.id));
  return nodes.map((node): GraphNode => {
    if (!rootIds.has(node.id)) return node;
    const { x, y } = positionOf(node);
    return { ...node, ...(home !== undefined && { parent: home }), position: { x: x + dx, y: y + dy } };
  });
}
