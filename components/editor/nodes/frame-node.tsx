"use client";
import type { NodeProps } from "@xyflow/react";
import { atom, useAtomValue } from "jotai";
import { ChevronDown, Plus } from "lucide-react";
import { memo, useMemo } from "react";
import { Mark } from "../../marks/mark.tsx";
import { canvasText } from "../../text/canvas.ts";
import { cn } from "../../ui/cn.ts";
import { dropTargetAtom } from "../canvas/canvas-state.ts";
import type { FlowNode } from "../canvas/to-flow.ts";
import { useOpenDocument } from "../document-context.tsx";
import { useEditorState } from "../editor-context.tsx";
import { indexOf } from "../model/graph-index.ts";
import { MARKED } from "./card-node.tsx";
import { nameNode, nodeNameId } from "./name-node.ts";
import { NodeBadges, describeBadges } from "./node-badges.tsx";
import { useNodeFacts } from "./node-facts.ts";
import { drawsSame } from "./node-props.ts";
import { NodeTexts } from "./node-texts.tsx";
import { card } from "./node-shape.ts";
import { Ports } from "./ports.tsx";
import { ResizeHandles } from "./resize-handles.tsx";
import { RunLine, describeRun } from "./run-line.tsx";
import { summarizeNode, titleOf } from "./summarize-node.ts";

/** An open container: a frame with its settings in the bar and its steps inside. */
export const FrameNode = memo(function FrameNode({ data: { node, name, wired }, selected, width, height }: NodeProps<FlowNode>) {
  const { canEdit } = useOpenDocument();
  const { run, problems, mark, isTyped } = useNodeFacts(node.id);
  const isEmpty = useEditorState((state) => indexOf(state.graph).children(node.id).length === 0);
  const isTarget = useAtomValue(useMemo(() => atom((get) => get(dropTargetAtom)?.parent === node.id), [node.id]));
  const size = { width: width ?? 0, height: height ?? 0 };
  const isOff = node.disabled === true;
  return (
    <div className={cn("group/node size-full", run?.status === "skipped" ? "opacity-60" : "")}>
      <span id={nodeNameId(node.id)} hidden>
        {nameNode(
          [
            titleOf(node),
            summarizeNode(node),
            run ? describeRun(run) : "",
            ...(isEmpty ? [canvasText.emptyContainer.text, canEdit ? canvasText.emptyContainer.add : ""] : []),
            ...describeBadges(isOff, problems, mark),
          ],
          name,
          problems,
          run,
        )}
      </span>
      <div
        aria-hidden
        className={cn(
          "node-frame flex size-full flex-col overflow-hidden rounded-xl border",
          isOff ? "node-off" : "",
          mark === undefined ? "" : MARKED[mark],
          run?.status === "skipped" ? "node-skipped" : "",
          run?.status === "failed" ? "node-failed" : "",
          run?.status === "running" ? "node-running" : "",
          selected || isTarget ? "node-selected" : "",
        )}
      >
        <div className="flex h-[52px] shrink-0 items-center gap-2.5 border-b border-line bg-surface pr-4 pl-3">
          <span className="flex size-8 shrink-0 items-center justify-center rounded-md bg-sunken text-muted">
            <Mark kind={node.kind} size={16} />
          </span>
          <NodeTexts node={node} isOff={isOff} isTyped={isTyped} />
          {run ? <RunLine run={run} className="max-w-40 shrink-0" /> : null}
          <span
            data-act="collapse"
            title={canvasText.node.collapse}
            className="nodrag flex size-7 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink"
          >
            <ChevronDown className="size-4" />
          </span>
        </div>
        <div className={cn("min-h-0 flex-1", isTarget ? "bg-accent-soft/40" : "")}>
          {isEmpty ? (
            <div className="flex size-full flex-col items-center justify-center gap-2 text-xs text-faint">
              {canvasText.emptyContainer.text}
              {canEdit ? (
                <span
                  data-act="add-inside"
                  className="nodrag flex h-7 items-center gap-1 rounded-md border border-line-strong bg-surface px-2 text-ink shadow-low hover:bg-hover"
                >
                  <Plus className="size-3.5" />
                  {canvasText.emptyContainer.add}
                </span>
              ) : null}
            </div>
          ) : null}
        </div>
      </div>
      <NodeBadges id={node.id} disabled={isOff} problems={problems} mark={mark} />
      <Ports node={node} size={size} wired={wired} />
      {selected && canEdit ? <ResizeHandles id={node.id} minWidth={card.width} minHeight={120} /> : null}
    </div>
  );
}, drawsFrameSame);

function drawsFrameSame(before: NodeProps<FlowNode>, after: NodeProps<FlowNode>): boolean {
  return drawsSame(before, after) && before.width === after.width && before.height === after.height;
}
