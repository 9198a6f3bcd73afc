"use client";
import type { EdgeChange, NodeChange } from "@xyflow/react";
import { applyNodeChanges, useStoreApi } from "@xyflow/react";
import { useAtomValue, useSetAtom, useStore } from "jotai";
import { useCallback, useEffect, useRef } from "react";
import { useEditor } from "../editor-context.tsx";
import type { Editor } from "../model/editor.ts";
import type { Selection } from "../model/selection.ts";
import { nodeRunsAtom } from "../screen.ts";
import { readEdgeStates } from "./edge-states.ts";
import { edgeStatesAtom } from "./edge-states-atom.ts";
import { animateAtom } from "./canvas-state.ts";
import { animateNodes } from "./animate-nodes.ts";
import type { FlowEdge, FlowNode } from "./to-flow.ts";
import { handlesOf, toFlowEdges, toFlowNodes } from "./to-flow.ts";

interface FlowSync {
  readonly onNodesChange: (changes: NodeChange<FlowNode>[]) => void;
  readonly onEdgesChange: (changes: EdgeChange<FlowEdge>[]) => void;
}

/**
 * Keeps React Flow a view of the document. The document's nodes go straight into React Flow's store, so that nothing above the nodes draws
 * again; what is dragged or resized moves in that store alone until it is let go; what is selected goes to the document at once.
 */
export function useFlowSync(): FlowSync {
  const editor = useEditor();
  const store = useStoreApi<FlowNode, FlowEdge>();
  const atoms = useStore();
  const runs = useAtomValue(nodeRunsAtom);
  const setStates = useSetAtom(edgeStatesAtom);

  const stopMotion = useRef<() => void>(() => undefined);

  useEffect(() => {
    const show = (): void => {
      const { graph, selection } = editor.state;
      const { nodes, edges, setNodes, setEdges } = store.getState();
      const nextNodes = toFlowNodes(graph, selection);
      stopMotion.current();
      if (atoms.get(animateAtom)) {
        atoms.set(animateAtom, false);
        stopMotion.current = animateNodes(nodes, nextNodes, setNodes);
      } else if (!isSameList(nodes, nextNodes)) {
        setNodes(nextNodes);
      }
      const nextEdges = toFlowEdges(graph, nextNodes, selection);
      if (!isSameList(edges, nextEdges)) setEdges(nextEdges);
    };
    show();
    return editor.subscribe(show);
  }, [atoms, editor, store]);

  useEffect(() => {
    let last = editor.state.graph;
    const show = (): void => setStates(readEdgeStates(last, runs));
    show();
    return editor.subscribe(() => {
      if (editor.state.graph.edges === last.edges && editor.state.graph.nodes.length === last.nodes.length) return;
      last = editor.state.graph;
      show();
    });
  }, [editor, runs, setStates]);

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      const moves = changes.filter(
        (change) => change.type === "position" || (change.type === "dimensions" && change.setAttributes !== undefined),
      );
      if (moves.length > 0) {
        const { nodes, setNodes } = store.getState();
        const resized = new Set(moves.flatMap((change) => (change.type === "dimensions" ? [change.id] : [])));
        setNodes(applyNodeChanges(moves, nodes).map((node) => (resized.has(node.id) ? withOwnHandles(node) : node)));
      }
      selectChanged(editor, changes, "nodes");
    },
    [editor, store],
  );
  const onEdgesChange = useCallback((changes: EdgeChange<FlowEdge>[]) => selectChanged(editor, changes, "edges"), [editor]);
  return { onNodesChange, onEdgesChange };
}

/** Ports of a node that is being resized stay at its sides. */
function withOwnHandles(node: FlowNode): FlowNode {
  const { width, height } = node;
  if (width === undefined || height === undefined) return node;
  return { ...node, measured: { width, height }, handles: handlesOf(node.data.node, { width, height }) };
}

function selectChanged(editor: Editor, changes: readonly (NodeChange<FlowNode> | EdgeChange<FlowEdge>)[], of: "nodes" | "edges"): void {
  const { selection } = editor.state;
  const ids = new Set(selection[of]);
  let added: string | undefined;
  let changed = false;
  for (const change of changes) {
    if (change.type !== "select" || ids.has(change.id) === change.selected) continue;
    changed = true;
    if (change.selected) {
      ids.add(change.id);
      added = change.id;
    } else {
      ids.delete(change.id);
    }
  }
  if (!changed) return;
  if (of === "edges") return editor.select({ ...selection, edges: ids });
  const last = added ?? (selection.last !== undefined && ids.has(selection.last) ? selection.last : [...ids].at(-1));
  const next: Selection = { ...selection, nodes: ids, last };
  editor.select(next);
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}
