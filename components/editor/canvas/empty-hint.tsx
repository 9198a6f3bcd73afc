"use client";
import { ViewportPortal } from "@xyflow/react";
import { useSetAtom } from "jotai";
import { Plus, Sparkles } from "lucide-react";
import { canvasText } from "../../text/canvas.ts";
import { Button } from "../../ui/button.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { useOpenDocument } from "../document-context.tsx";
import { useEditorState } from "../editor-context.tsx";
import { positionOf } from "../model/geometry.ts";
import { card } from "../nodes/node-shape.ts";
import { openAskAtom, paletteAtom } from "../screen.ts";

/** Beside a trigger that leads nowhere yet: how to go on. */
export function EmptyHint() {
  const { canEdit } = useOpenDocument();
  const openPalette = useSetAtom(paletteAtom);
  const openAsk = useSetAtom(openAskAtom);
  const trigger = useEditorState(({ graph }) => {
    const [only] = graph.nodes;
    return graph.nodes.length === 1 && only?.kind === "trigger" ? only : undefined;
  });
  if (!canEdit || !trigger) return null;
  const { x, y } = positionOf(trigger);
  const { empty: text } = canvasText;
  return (
    <ViewportPortal>
      <div className="absolute flex w-72 flex-col gap-3" style={{ left: x + card.width + 56, top: y - 8 }}>
        <svg aria-hidden width="44" height="2" className="absolute top-[39px] -left-[50px] overflow-visible text-line-strong">
          <path d="M0 1H44" stroke="currentColor" strokeWidth="1.5" strokeDasharray="3 5" />
        </svg>
        <div className="rounded-lg border border-dashed border-line-strong p-4">
          <p className="text-sm font-medium">{text.title}</p>
          <p className="mt-1 text-xs text-muted">{text.text}</p>
          <div className="mt-3 flex gap-2">
            <Button
              size="sm"
              className="nopan pointer-events-auto"
              onClick={() => openPalette({ at: { kind: "port", node: trigger.id, port: "out" } })}
            >
              <Plus aria-hidden />
              {text.add}
              <Kbd keys="Tab" />
            </Button>
            <Button size="sm" className="nopan pointer-events-auto" onClick={() => openAsk({ kind: "change" })}>
              <Sparkles aria-hidden />
              {text.ask}
            </Button>
          </div>
        </div>
      </div>
    </ViewportPortal>
  );
}
