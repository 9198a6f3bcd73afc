"use client";
import { ViewportPortal, useStoreApi } from "@xyflow/react";
import { useAtom, useAtomValue, useSetAtom } from "jotai";
import { Plus, Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { canvasText } from "../../text/canvas.ts";
import { useOpenDocument } from "../document-context.tsx";
import { useEditor, useEditorState } from "../editor-context.tsx";
import { disconnect } from "../model/commands/disconnect.ts";
import type { Point } from "../model/geometry.ts";
import { paletteAtom } from "../screen.ts";
import { announceAtom } from "./announcer.tsx";
import { connectingAtom, hoveredEdgeAtom } from "./canvas-state.ts";

const button =
  "pointer-events-auto flex size-6 items-center justify-center rounded-full border border-line-strong bg-surface text-muted shadow-low transition-colors hover:border-accent hover:bg-accent-fill hover:text-on-accent [&_svg]:size-3.5";

/** Insert and delete, in the middle of the edge under the pointer or of the one that is selected. */
export function EdgeToolbar({ keep }: { readonly keep: (over: boolean) => void }) {
  const { canEdit } = useOpenDocument();
  const editor = useEditor();
  const [hovered, setHovered] = useAtom(hoveredEdgeAtom);
  const connecting = useAtomValue(connectingAtom);
  const selected = useEditorState(({ selection }) =>
    selection.edges.size === 1 && selection.nodes.size < 2 ? [...selection.edges][0] : undefined,
  );
  const openPalette = useSetAtom(paletteAtom);
  const announce = useSetAtom(announceAtom);
  const edge = connecting ? undefined : (hovered ?? selected);
  const middle = useMiddle(edge);
  if (!canEdit || edge === undefined || !middle) return null;
  return (
    <ViewportPortal>
      <div
        className="absolute z-1001 flex -translate-x-1/2 -translate-y-1/2 gap-1"
        style={{ left: middle.x, top: middle.y }}
        onPointerEnter={() => keep(true)}
        onPointerLeave={() => keep(false)}
      >
        <button
          type="button"
          tabIndex={-1}
          className={button}
          title={canvasText.edge.insert}
          aria-label={canvasText.edge.insert}
          onClick={() => openPalette({ at: { kind: "edge", edge } })}
        >
          <Plus aria-hidden />
        </button>
        <button
          type="button"
          tabIndex={-1}
          className={button}
          title={canvasText.edge.remove}
          aria-label={canvasText.edge.remove}
          onClick={() => {
            setHovered(undefined);
            editor.edit({ label: canvasText.edits.disconnect, source: "canvas" }, (graph) => disconnect(graph, [edge]));
            announce(canvasText.said.disconnected);
          }}
        >
          <Trash2 aria-hidden />
        </button>
      </div>
    </ViewportPortal>
  );
}

/** The middle of an edge's line as it is drawn; follows it while its ends move. */
function useMiddle(edge: string | undefined): Point | undefined {
  const store = useStoreApi();
  const [middle, setMiddle] = useState<Point>();
  const last = useRef("");
  useEffect(() => {
    if (edge === undefined) return;
    last.current = "";
    const measure = (): void => {
      const path = document.querySelector(`#wire-${CSS.escape(edge)}`);
      const line = path?.getAttribute("d") ?? "";
      if (!(path instanceof SVGPathElement) || line === last.current) return;
      last.current = line;
      const { x, y } = path.getPointAtLength(path.getTotalLength() / 2);
      setMiddle({ x, y });
    };
    measure();
    return store.subscribe(() => requestAnimationFrame(measure));
  }, [edge, store]);
  return edge === undefined ? undefined : middle;
}
