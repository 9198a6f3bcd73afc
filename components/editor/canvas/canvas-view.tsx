"use client";
import type { EdgeMouseHandler, NodeMouseHandler, SnapGrid } from "@xyflow/react";
import { ReactFlow, SelectionMode, useReactFlow, useStoreApi } from "@xyflow/react";
import { useSetAtom, useStore } from "jotai";
import dynamic from "next/dynamic";
import type { MouseEvent } from "react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { canvasText } from "../../text/canvas.ts";
import { cn } from "../../ui/cn.ts";
import { WhenIdle } from "../../ui/when-idle.ts";
import { useOpenDocument } from "../document-context.tsx";
import { useEditor, useEditorState } from "../editor-context.tsx";
import { setCollapsed } from "../model/commands/set-collapsed.ts";
import { selectNodes } from "../model/selection.ts";
import { CardNode } from "../nodes/card-node.tsx";
import { FrameNode } from "../nodes/frame-node.tsx";
import { NoteNode } from "../nodes/note-node.tsx";
import { useProblemPath } from "../nodes/node-facts.ts";
import { focusRequestAtom, paletteAtom, sidePanelAtom } from "../screen.ts";
import { Announcer } from "./announcer.tsx";
import { canvasApiAtom } from "./canvas-api.ts";
import { CanvasControls } from "./canvas-controls.tsx";
import { CanvasMenu } from "./canvas-menu.tsx";
import { hoveredEdgeAtom, renamingAtom } from "./canvas-state.ts";
import { EmptyHint } from "./empty-hint.tsx";
import { Ground } from "./ground.tsx";
import type { FlowEdge, FlowNode } from "./to-flow.ts";
import { useCanvasApi, zoomLimits } from "./use-canvas-api.ts";
import { useClipboard } from "./use-clipboard.ts";
import { useDropKind } from "./use-drop-kind.ts";
import { useFlowSync } from "./use-flow-sync.ts";
import { useNodeDrag } from "./use-node-drag.ts";
import { useSteadyHeight } from "./use-steady-height.ts";
import { Wire } from "./wire.tsx";

const FlowTools = dynamic(async () => (await import("./canvas-tools.tsx")).FlowTools, { ssr: false });
const FloatingTools = dynamic(async () => (await import("./canvas-tools.tsx")).FloatingTools, { ssr: false });

// React Flow compares these by identity: they are made once.
const nodeTypes = { card: CardNode, frame: FrameNode, note: NoteNode };
const edgeTypes = { wire: Wire };
const snapGrid: SnapGrid = [20, 20];
const middleButton = [1];
const multiKeys = ["Meta", "Control", "Shift"];
/** From so many nodes on only those in sight are drawn. */
const MANY = 120;
/** How long an edge's buttons stay after the pointer left it, in milliseconds: time enough to reach them. */
const LINGER = 240;

/** React Flow as a view of the document, with everything that floats above it. */
export function CanvasView() {
  const editor = useEditor();
  const { canEdit } = useOpenDocument();
  const flow = useReactFlow<FlowNode, FlowEdge>();
  const store = useStoreApi<FlowNode, FlowEdge>();
  useState(() => {
    // Sizes and ports are known from the document. Were each node that comes into sight measured as well, moving the canvas would stutter.
    store.setState({ updateNodeInternals: () => undefined });
  });
  const root = useRef<HTMLDivElement>(null);
  const sync = useFlowSync();
  const drag = useNodeDrag();
  const clipboard = useClipboard();
  const dropKind = useDropKind();
  const problemPath = useProblemPath();
  const atoms = useStore();
  const setRenaming = useSetAtom(renamingAtom);
  const setHovered = useSetAtom(hoveredEdgeAtom);
  const openPalette = useSetAtom(paletteAtom);
  const openSide = useSetAtom(sidePanelAtom);
  const requestFocus = useSetAtom(focusRequestAtom);
  const isMany = useEditorState(({ graph }) => graph.nodes.length > MANY);
  useCanvasApi(root);
  useSteadyHeight();

  useEffect(() => {
    // Of a workflow that was just made, the trigger is what comes next.
    const { graph, selection } = editor.state;
    const [only] = graph.nodes;
    if (only && graph.nodes.length === 1 && selection.last === undefined) editor.select(selectNodes([only.id]));
  }, [editor]);

  const linger = useRef<ReturnType<typeof setTimeout>>(undefined);
  const keepHover = useCallback(
    (over: boolean) => {
      clearTimeout(linger.current);
      if (!over) linger.current = setTimeout(() => setHovered(undefined), LINGER);
    },
    [setHovered],
  );
  const onEdgeMouseEnter: EdgeMouseHandler<FlowEdge> = useCallback(
    (event, edge) => {
      if (event.buttons !== 0) return;
      clearTimeout(linger.current);
      setHovered(edge.id);
    },
    [setHovered],
  );
  const onEdgeMouseLeave = useCallback(() => keepHover(false), [keepHover]);

  const onNodeClick: NodeMouseHandler<FlowNode> = useCallback(
    (event, { id }) => {
      const act = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-act]")?.dataset["act"] : undefined;
      if (act === "problem") {
        const path = problemPath(id);
        openSide("inspector");
        requestFocus({ node: id, ...(path ? { path } : {}) });
      } else if (act === "collapse" && canEdit) {
        editor.edit({ label: canvasText.edits.collapse, source: "canvas" }, (graph) => setCollapsed(graph, id, true));
      } else if (act === "add-inside") {
        openPalette({ at: { kind: "place", position: flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }), parent: id } });
      }
      // A plain click among several selected ones is about this one.
      const { nodes, edges } = editor.state.selection;
      const isPlain = !event.shiftKey && !event.metaKey && !event.ctrlKey;
      if (isPlain && (nodes.size > 1 || edges.size > 0) && nodes.has(id)) editor.select(selectNodes([id]));
    },
    [canEdit, editor, flow, openPalette, openSide, problemPath, requestFocus],
  );
  const onNodeDoubleClick: NodeMouseHandler<FlowNode> = useCallback(
    (event, { id, type }) => {
      if (event.target instanceof Element && event.target.closest("[data-act], [data-port]")) return;
      if (type === "note") {
        if (canEdit) setRenaming(id);
        return;
      }
      openSide("inspector");
      requestFocus({ node: id });
    },
    [canEdit, openSide, requestFocus, setRenaming],
  );
  const onDoubleClick = useCallback(
    (event: MouseEvent) => {
      if (!canEdit || !(event.target instanceof Element) || !event.target.classList.contains("react-flow__pane")) return;
      openPalette({ at: { kind: "place", position: flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }) } });
    },
    [canEdit, flow, openPalette],
  );
  // The box that React Flow lays over what was selected would keep the pointer from the nodes in it.
  const onInit = useCallback(() => atoms.get(canvasApiAtom)?.open(), [atoms]);
  const onMoveStart = useCallback(() => root.current?.classList.add("weft-moving"), []);
  const onMoveEnd = useCallback(() => root.current?.classList.remove("weft-moving"), []);
  const onSelectionEnd = useCallback(() => requestAnimationFrame(() => store.setState({ nodesSelectionActive: false })), [store]);
  const dropHandlers = useMemo(
    () => ({
      onDragOver: dropKind.onDragOver,
      onDragLeave: dropKind.onDragLeave,
      onDrop: (event: React.DragEvent) => {
        if (!canEdit) return;
        if (!dropKind.onDrop(event)) clipboard.onDrop(event);
      },
    }),
    [canEdit, clipboard, dropKind],
  );

  return (
    <section data-canvas aria-label={canvasText.name} className="relative size-full overflow-hidden bg-canvas">
      <CanvasMenu clipboard={clipboard}>
        <ReactFlow<FlowNode, FlowEdge>
          ref={root}
          aria-label={canvasText.region}
          tabIndex={0}
          className={cn("weft-canvas", canEdit ? "" : "weft-read-only")}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={sync.onNodesChange}
          onEdgesChange={sync.onEdgesChange}
          onNodeDragStart={drag.onNodeDragStart}
          onNodeDrag={drag.onNodeDrag}
          onNodeDragStop={drag.onNodeDragStop}
          onNodeClick={onNodeClick}
          onNodeDoubleClick={onNodeDoubleClick}
          onEdgeMouseEnter={onEdgeMouseEnter}
          onEdgeMouseLeave={onEdgeMouseLeave}
          onDoubleClick={onDoubleClick}
          onSelectionEnd={onSelectionEnd}
          onMoveStart={onMoveStart}
          onMoveEnd={onMoveEnd}
          {...dropHandlers}
          onInit={onInit}
          minZoom={zoomLimits.min}
          maxZoom={zoomLimits.max}
          nodesDraggable={canEdit}
          nodesConnectable={false}
          edgesFocusable={false}
          disableKeyboardA11y
          elevateNodesOnSelect={false}
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={multiKeys}
          nodeDragThreshold={2}
          zoomOnDoubleClick={false}
          panOnScroll
          panOnDrag={middleButton}
          selectionOnDrag
          selectionMode={SelectionMode.Partial}
          snapToGrid
          snapGrid={snapGrid}
          onlyRenderVisibleElements={isMany}
        >
          <Ground />
          <EmptyHint />
          <WhenIdle>
            <FlowTools root={root} keep={keepHover} />
          </WhenIdle>
        </ReactFlow>
      </CanvasMenu>
      <CanvasControls />
      <WhenIdle>
        <FloatingTools />
      </WhenIdle>
      <Announcer />
    </section>
  );
}
