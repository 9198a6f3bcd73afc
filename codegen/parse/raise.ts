import type { Catalog } from "../catalog.ts";
import type { NodeRef, WorkflowIr } from "../ir/ir.ts";
import { walkNodes } from "../ir/walk-nodes.ts";
import type { Graph, GraphNode } from "../schema/graph.ts";
import { layOut } from "./lay-out.ts";
import { matchNodes } from "./match-nodes.ts";
import { mergeOnto, updateNodes } from "./merge-onto.ts";
import { raiseLevel } from "./raise-level.ts";
import type { NodeStatement } from "./raise-node.ts";
import { asNode, raiseNode } from "./raise-node.ts";

/**
 * The graph of a program. With a base, the document it was made from: nodes keep their ids, places and texts, what the code leaves out
 * comes back, and edges stay as they were drawn wherever they mean the same. Nodes that the code doesn't name are found again by what they are.
 */
export function raise(ir: WorkflowIr, catalog: Catalog, base?: Graph): Graph {
  if (!base) return layOut(raiseFresh(ir, new Map(), []));
  const { ids, sameShape } = matchNodes(ir, base, catalog);
  if (sameShape) return updateNodes(raiseNodes(ir, ids), ir, base, catalog);
  return mergeOnto(raiseFresh(ir, ids, base.nodes), base, catalog);
}

/** The nodes alone, where edges are known. */
function raiseNodes(ir: WorkflowIr, ids: ReadonlyMap<NodeRef, string>): GraphNode[] {
  const name = (node: NodeRef): string => ids.get(node) ?? node.id;
  const nodes = walkNodes(ir.body).map((place) => raiseNode(asNode(place), name(place.node), place.container && name(place.container)));
  return [raiseTrigger(ir), ...nodes];
}

function raiseTrigger(ir: WorkflowIr): GraphNode {
  const { node, config } = ir.trigger;
  return { id: node.id, kind: "trigger", config: { ...config }, ...(node.label === "" ? {} : { label: node.label }) };
}

function raiseFresh(ir: WorkflowIr, ids: ReadonlyMap<NodeRef, string>, reserved: readonly GraphNode[]): Graph {
  const trigger = raiseTrigger(ir);
  const graph: Graph = { weft: 1, name: ir.name, nodes: [trigger], edges: [] };
  if (ir.title !== "") graph.title = ir.title;
  if (ir.description !== "") graph.description = ir.description;
  const named = walkNodes(ir.body).map((place) => ids.get(place.node) ?? place.node.id);
  const taken = new Set([trigger.id, ...named, ...reserved.map((other) => other.id)]);
  const nameFresh = (stem: string): string => {
    let number = 1;
    while (taken.has(`${stem}${number}`)) number++;
    taken.add(`${stem}${number}`);
    return `${stem}${number}`;
  };
  const nameNode = (statement: NodeStatement): string => {
    const id = ids.get(statement.node) ?? statement.node.id;
    return id === "" ? nameFresh(stems[statement.kind] ?? statement.kind) : id;
  };
  raiseLevel({ nodes: graph.nodes, edges: graph.edges, nameNode, nameFresh }, ir.body, undefined, trigger.id);
  return graph;
}

const stems: Readonly<Record<string, string>> = { branch: "if", decide: "if", forEach: "each", return: "result", fail: "failure" };
