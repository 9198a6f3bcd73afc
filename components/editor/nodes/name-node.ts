import type { Graph, GraphNode } from "../../../codegen/schema/graph.ts";
import { isContainer, portOf } from "../../../codegen/schema/node-facts.ts";
import { canvasText } from "../../text/canvas.ts";
import { STATUS_LOOKS } from "../../ui/run-status.tsx";
import { indexOf } from "../model/graph-index.ts";
import { describeKind } from "./describe-kind.ts";
import type { NodeRun } from "../screen.ts";
import type { NodeProblems } from "./node-facts.ts";
import { titleOf } from "./summarize-node.ts";

const names = new WeakMap<Graph, Map<string, string>>();

/** What a node's drawing does not say in words: its kind, whether it is off, what it holds and what it is connected to. */
export function describeNode(graph: Graph, node: GraphNode): string {
  let known = names.get(graph);
  if (!known) names.set(graph, (known = new Map()));
  const name = known.get(node.id) ?? makeDescription(graph, node);
  known.set(node.id, name);
  return name;
}

function makeDescription(graph: Graph, node: GraphNode): string {
  const { node: text } = canvasText;
  const index = indexOf(graph);
  const title = titleOf(node);
  const { label, service } = describeKind(node.kind);
  if (node.kind === "note") return label;
  const targets = index.outgoing(node.id).map((edge) => {
    const target = index.nodes.get(edge.target);
    const port = portOf(edge);
    return `${target ? titleOf(target) : edge.target}${port === "out" ? "" : ` (${port})`}`;
  });
  return text.name([
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

/**
 * A node's name for those who do not see it. It begins with the words that are drawn, in their order, so that what is said to a computer that
 * listens finds it; then what is seen but not written.
 */
export function nameNode(
  drawn: readonly string[],
  description: string,
  problems: NodeProblems | undefined,
  run: NodeRun | undefined,
): string {
  return canvasText.node.name([
    ...drawn,
    description,
    problems === undefined ? "" : canvasText.node.problem(problems.errors > 0, problems.message),
    run ? STATUS_LOOKS[run.status].label : "",
  ]);
}
