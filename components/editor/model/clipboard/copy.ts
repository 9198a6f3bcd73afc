import type { Graph } from "../../../../codegen/schema/graph.ts";
import { copyOf } from "../copy-of.ts";
import type { Edited } from "../edited.ts";
import { absolutePosition } from "../geometry.ts";
import { outermost } from "../graph-index.ts";
import { referencedNames } from "../referenced-names.ts";
import type { Selection } from "../selection.ts";
import { removeSelection } from "../commands/remove-selection.ts";

/** A document needs a name; nobody reads this one. */
const CLIPBOARD_NAME = "clipboard";

/**
 * What is selected as text for the clipboard: a graph document of its own, with the trigger where a copied node reads it, so that its
 * references follow into a workflow whose trigger is called otherwise. Undefined when no node is selected.
 */
export function copy(graph: Graph, selection: Selection): string | undefined {
  if (selection.nodes.size === 0) return undefined;
  const roots = new Set(outermost(graph, selection.nodes).map((node) => node.id));
  const fragment = copyOf(graph, roots);
  const nodes = fragment.nodes.map((node) => {
    if (!roots.has(node.id)) return node;
    const { parent: _wall, ...rest } = node;
    return { ...rest, position: absolutePosition(graph, node.id) };
  });
  const trigger = graph.nodes.find((node) => node.kind === "trigger" && !roots.has(node.id));
  const isRead = trigger && nodes.some((node) => referencedNames(node).has(trigger.id));
  const text: Graph = { weft: 1, name: CLIPBOARD_NAME, nodes: isRead ? [trigger, ...nodes] : nodes, edges: [...fragment.edges] };
  return JSON.stringify(text, undefined, 2);
}

/** The text of what is selected, and the graph without it. */
export function cut(graph: Graph, selection: Selection): Edited & { readonly text: string | undefined } {
  return { ...removeSelection(graph, selection), text: copy(graph, selection) };
}
