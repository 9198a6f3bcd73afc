"use client";
import type { NodeProps } from "@xyflow/react";
import { useSetAtom } from "jotai";
import { memo } from "react";
import type { GraphNode } from "../../../codegen/schema/graph.ts";
import { canvasText } from "../../text/canvas.ts";
import { cn } from "../../ui/cn.ts";
import { renamingAtom } from "../canvas/canvas-state.ts";
import type { FlowNode } from "../canvas/to-flow.ts";
import { useOpenDocument } from "../document-context.tsx";
import { useEditor } from "../editor-context.tsx";
import { setConfig } from "../model/commands/set-config.ts";
import { useNodeFacts } from "./node-facts.ts";
import { describeBadges, NodeBadges } from "./node-badges.tsx";
import { nodeNameId } from "./name-node.ts";
import { drawsSame } from "./node-props.ts";
import { NoteText } from "./note-text.tsx";
import { ResizeHandles } from "./resize-handles.tsx";

/** Text on the canvas; typed in place. */
export const NoteNode = memo(function NoteNode({ data: { node, name }, selected }: NodeProps<FlowNode>) {
  const { canEdit } = useOpenDocument();
  const { isTyped, mark } = useNodeFacts(node.id);
  const text = textOf(node);
  return (
    <div className="size-full">
      <span id={nodeNameId(node.id)} hidden>
        {canvasText.node.name([text.replaceAll(/[*`#]/g, ""), ...describeBadges(false, undefined, mark), name])}
      </span>
      <div className={cn("node-note size-full overflow-hidden rounded-lg border text-sm", selected ? "node-selected" : "")}>
        {isTyped ? (
          <NoteField node={node} />
        ) : (
          <div aria-hidden className="size-full overflow-hidden p-3 break-words whitespace-pre-wrap">
            {text === "" ? <span className="text-faint">{canvasText.node.notePlaceholder}</span> : <NoteText text={text} />}
          </div>
        )}
      </div>
      <NodeBadges id={node.id} disabled={false} problems={undefined} mark={mark} />
      {selected && canEdit ? <ResizeHandles id={node.id} minWidth={120} minHeight={60} /> : null}
    </div>
  );
}, drawsSame);

function NoteField({ node }: { readonly node: GraphNode }) {
  const editor = useEditor();
  const setEdited = useSetAtom(renamingAtom);
  return (
    <textarea
      ref={(field) => {
        if (!field || document.activeElement === field) return;
        field.focus({ preventScroll: true });
        field.setSelectionRange(field.value.length, field.value.length);
      }}
      aria-label={canvasText.node.noteText}
      value={textOf(node)}
      placeholder={canvasText.node.notePlaceholder}
      onChange={(event) => {
        const text = event.currentTarget.value;
        editor.edit({ label: canvasText.edits.note, source: "canvas", group: `note ${node.id}` }, (graph) =>
          setConfig(graph, node.id, ["text"], text),
        );
      }}
      onBlur={() => setEdited(undefined)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== "Escape") return;
        const wrapper = event.currentTarget.closest<HTMLElement>(".react-flow__node");
        setEdited(undefined);
        wrapper?.focus({ preventScroll: true });
      }}
      className="nodrag nopan nowheel size-full resize-none bg-transparent p-3 outline-none"
    />
  );
}

function textOf(node: GraphNode): string {
  const text = node.config?.["text"];
  return typeof text === "string" ? text : "";
}
