"use client";
import { useSetAtom } from "jotai";
import type { CSSProperties } from "react";
import { useRef } from "react";
import type { GraphNode } from "../../../codegen/schema/graph.ts";
import { canvasText } from "../../text/canvas.ts";
import { cn } from "../../ui/cn.ts";
import { renamingAtom } from "../canvas/canvas-state.ts";
import { useEditor } from "../editor-context.tsx";
import { setNode } from "../model/commands/set-node.ts";
import { describeKind } from "./describe-kind.ts";
import { summarizeNode, titleOf } from "./summarize-node.ts";

interface NodeTextsProps {
  readonly node: GraphNode;
  readonly isOff: boolean;
  readonly isTyped: boolean;
  readonly style?: CSSProperties | undefined;
}

/** A node's label, or the field in which it is typed, and the line below it. */
export function NodeTexts({ node, isOff, isTyped, style }: NodeTextsProps) {
  const summary = summarizeNode(node);
  // One box cuts off both lines: in each of a thousand nodes one is less than two.
  return (
    <div className="min-w-0 flex-1 overflow-clip text-xs leading-4.5 text-ellipsis whitespace-nowrap text-muted" style={style}>
      {isTyped ? <TitleField node={node} /> : <span className={cn("text-sm font-medium", isOff ? "" : "text-ink")}>{titleOf(node)}</span>}
      {summary === "" ? null : (
        <>
          {isTyped ? null : <br />}
          {summary}
        </>
      )}
    </div>
  );
}

function TitleField({ node }: { readonly node: GraphNode }) {
  const editor = useEditor();
  const setRenaming = useSetAtom(renamingAtom);
  const cancelled = useRef(false);
  const commit = (text: string): void => {
    const label = text.trim();
    if (!cancelled.current && label !== (node.label ?? "")) {
      editor.edit({ label: canvasText.edits.rename, source: "canvas" }, (graph) => setNode(graph, node.id, { label }));
    }
    setRenaming(undefined);
  };
  return (
    <input
      // The label was asked to be typed: focus goes where the eyes are.
      ref={(field) => field?.focus({ preventScroll: true })}
      aria-label={canvasText.node.label}
      defaultValue={node.label ?? ""}
      placeholder={describeKind(node.kind).label}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => commit(event.currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== "Enter" && event.key !== "Escape") return;
        cancelled.current = event.key === "Escape";
        const wrapper = event.currentTarget.closest<HTMLElement>(".react-flow__node");
        event.currentTarget.blur();
        wrapper?.focus({ preventScroll: true });
      }}
      className="nodrag nopan -mx-1 block w-full rounded-sm bg-sunken px-1 text-sm font-medium text-ink outline-1 outline-focus"
    />
  );
}
