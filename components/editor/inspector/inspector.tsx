"use client";
import dynamic from "next/dynamic";
import { useEffect } from "react";
import type { Graph, GraphNode } from "../../../codegen/schema/graph.ts";
import { whenIdle } from "../../ui/when-idle.ts";
import { useEditorState } from "../editor-context.tsx";
import type { Selection } from "../model/selection.ts";
import { WorkflowPanel } from "./workflow-panel.tsx";

// The forms come after the canvas, which is there without them.
const loadNodePanel = () => import("./node-panel.tsx");
const NodePanel = dynamic(async () => (await loadNodePanel()).NodePanel, { ssr: false });
const SeveralPanel = dynamic(async () => (await import("./several-panel.tsx")).SeveralPanel, { ssr: false });

/** What is selected, and everything about it: one node, several, or the workflow itself. */
export function Inspector() {
  const nodes = useEditorState(({ graph, selection }) => selectedNodes(graph, selection), sameNodes);
  const [only, ...others] = nodes;
  useEffect(() => {
    // The first node that is taken hold of should find them here.
    whenIdle(() => void loadNodePanel().then(() => whenIdle(() => void import("./value/template-editor.tsx"))));
  }, []);
  if (!only) return <WorkflowPanel />;
  return others.length === 0 ? <NodePanel key={only.id} node={only} /> : <SeveralPanel nodes={nodes} />;
}

/** In the document's order. */
function selectedNodes(graph: Graph, selection: Selection): readonly GraphNode[] {
  return selection.nodes.size === 0 ? [] : graph.nodes.filter((node) => selection.nodes.has(node.id));
}

function sameNodes(a: readonly GraphNode[], b: readonly GraphNode[]): boolean {
  return a.length === b.length && a.every((node, index) => node === b[index]);
}
