import type { Graph, GraphNode } from "../../../codegen/schema/graph.ts";
import { isContainer, portOf } from "../../../codegen/schema/node-facts.ts";
import { canvasText } from "../../text/canvas.ts";
import { indexOf } from "../model/graph-index.ts";
import { describeKind } from "./describe-kind.ts";
import { titleOf } from "./summarize-node.ts";

const names = new WeakMap<Graph, Map<string, string>>();

/** A node in words, for those who do not see it: label, kind, whether it is off, what it holds and what it leads to. */
export function nameNode(graph: Graph, node: GraphNode): string {
  let known = names.get(graph);
  if (!known) names.set(graph, (known = new Map()));
  const name = known.get(node.id) ?? makeName(graph, node);
  known.set(node.id, name);
  return name;
}

function makeName(graph: Graph, node: GraphNode): string {
  const { node: text } = canvasText;
  const index = indexOf(graph);
  const title = titleOf(node);
  const { label, service } = describeKind(node.kind);
  if (node.kind === "note") return text.name([label, typeof node.config?.["text"] === "string" ? node.config["text"] : ""]);
  const targets = index.outgoing(node.id).map((edge) => {
    const target = index.nodes.get(edge.target);
    const port = portOf(edge);
    return `${target ? titleOf(target) : edge.target}${port === "out" ? "" : ` (${port})`}`;
  });
  return text.name([
    title,
    service === undefined ? (label === title ? "" : label) : `${service}${label === title ? "" : `: ${label}`}`,
    node.disabled === true ? text.disabled : "",
    isContainer(node) ? text.holds(index.children(node.id).length) : "",
    node.kind === "trigger" ? "" : text.incoming(index.incoming(node.id).length),
    text.leadsTo(targets),
  ]);
}

/** The id of the element that holds a node's name for screen readers. */
export function nodeNameId(id: string): string {
  return `canvas-node-${id}`;
}
