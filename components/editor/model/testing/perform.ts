import { expect } from "vitest";
import type { Graph } from "../../../../codegen/schema/graph.ts";
import { graphSchema } from "../../../../codegen/schema/graph.ts";
import { portOf } from "../../../../codegen/schema/node-facts.ts";
import type { Change, EditorState } from "../editor.ts";
import { Editor } from "../editor.ts";
import type { Selection } from "../selection.ts";
import { emptySelection } from "../selection.ts";

/**
 * Makes a change as a person would, takes it back and makes it again: undo must give back the very objects, redo the result. Gives the state
 * after it.
 */
export function perform(graph: Graph, change: Change, selection: Selection = emptySelection): EditorState {
  const editor = new Editor(graph, () => 0);
  editor.select(selection);
  editor.edit({ label: "Change", source: "canvas" }, change);
  const after = editor.state;
  expect(graphSchema.safeParse(after.graph).error).toBeUndefined();
  const changed = after.graph !== graph;
  expect(after.undoLabel).toBe(changed ? "Change" : undefined);
  editor.undo();
  expect(editor.state.graph).toBe(graph);
  editor.redo();
  expect(editor.state.graph).toBe(after.graph);
  return editor.state;
}

/** The edges as text, in their order: `input > a`, `a.error > b`. */
export function wires(graph: Graph): string[] {
  return graph.edges.map((edge) => `${edge.source}${portOf(edge) === "out" ? "" : `.${portOf(edge)}`} > ${edge.target}`);
}

/** The ids of the nodes in their order, those in containers as `each/line`. */
export function ids(graph: Graph): string[] {
  return graph.nodes.map((node) => (node.parent === undefined ? node.id : `${node.parent}/${node.id}`));
}

/** Where the nodes are: `{ a: "10,20" }`. */
export function places(graph: Graph): Record<string, string> {
  return Object.fromEntries(graph.nodes.map(({ id, position }) => [id, position ? `${position.x},${position.y}` : "nowhere"]));
}

/** The graph with its nodes at places: `at(graph, { a: [10, 20] })`. */
export function at(graph: Graph, points: Readonly<Record<string, readonly [x: number, y: number]>>): Graph {
  return {
    ...graph,
    nodes: graph.nodes.map((node) => {
      const point = points[node.id];
      return point ? { ...node, position: { x: point[0], y: point[1] } } : node;
    }),
  };
}

/** The node of that id; the test ends without one. */
export function nodeOf(graph: Graph, id: string): Graph["nodes"][number] {
  const node = graph.nodes.find((other) => other.id === id);
  if (!node) throw new Error(`There is no node ${id}.`);
  return node;
}
