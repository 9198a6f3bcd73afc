import type { Graph } from "../../../codegen/schema/graph.ts";
import { sameJson } from "./same-json.ts";

/**
 * A graph that was made anew (parsed, merged, renamed, sent by the server) with everything that says the same as before taken from before,
 * so that only what changed is drawn again; the former graph itself when nothing did.
 */
export function keepIdentity(before: Graph, after: Graph): Graph {
  if (before === after) return before;
  const nodes = keepList(before.nodes, after.nodes);
  const edges = keepList(before.edges, after.edges);
  const same =
    nodes === before.nodes &&
    edges === before.edges &&
    before.name === after.name &&
    before.title === after.title &&
    before.description === after.description;
  return same ? before : { ...after, nodes, edges };
}

function keepList<T extends { readonly id: string }>(before: T[], after: T[]): T[] {
  const known = new Map(before.map((item) => [item.id, item]));
  const kept = after.map((item) => {
    const old = known.get(item.id);
    return old !== undefined && sameJson(old, item) ? old : item;
  });
  return kept.length === before.length && kept.every((item, index) => item === before[index]) ? before : kept;
}
