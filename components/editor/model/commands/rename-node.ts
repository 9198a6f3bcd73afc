import { renameNode as renameEverywhere } from "../../../../codegen/rename.ts";
import type { Graph } from "../../../../codegen/schema/graph.ts";
import { hasIdentifierShape, isIdentifier } from "../../../../codegen/schema/identifiers.ts";
import type { Edited } from "../edited.ts";
import { takenNames } from "../fresh-id.ts";
import { keepIdentity } from "../keep-identity.ts";
import type { Selection } from "../selection.ts";

/** Why a node cannot be called so: no such node (`missing`), not an identifier (`shape`), a `reserved` word, or another's name (`taken`). */
export type RenameProblem = "missing" | "shape" | "reserved" | "taken";

export function canRename(graph: Graph, from: string, to: string): true | RenameProblem {
  if (!graph.nodes.some((node) => node.id === from)) return "missing";
  if (from === to) return true;
  if (!isIdentifier(to)) return hasIdentifierShape(to) ? "reserved" : "shape";
  const others = takenNames({ ...graph, nodes: graph.nodes.filter((node) => node.id !== from) });
  return others.has(to) || others.has(`${to}Error`) ? "taken" : true;
}

/** The graph with a node's id changed, and every edge, child and expression that names it; the same graph where `canRename` says why not. */
export function renameNode(graph: Graph, selection: Selection, from: string, to: string): Edited {
  if (from === to || canRename(graph, from, to) !== true) return { graph, selection };
  const swap = (id: string): string => (id === from ? to : id);
  return {
    graph: keepIdentity(graph, renameEverywhere(graph, from, to)),
    selection: {
      ...selection,
      nodes: new Set([...selection.nodes].map(swap)),
      last: selection.last === undefined ? undefined : swap(selection.last),
    },
  };
}
