"use client";
import { useStore } from "@xyflow/react";
import { useAtom } from "jotai";
import { Keyboard, LayoutGrid, Map, Maximize, Minus, Plus } from "lucide-react";
import { canvasText } from "../../text/canvas.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Tooltip } from "../../ui/tooltip.tsx";
import { useOpenDocument } from "../document-context.tsx";
import { keysOf } from "../shortcuts/shortcuts.ts";
import { minimapAtom } from "./canvas-state.ts";
import { usePerform } from "./use-perform.ts";

/** Zoom, fit, layout and minimap, at the lower left. */
export function CanvasControls() {
  const { canEdit } = useOpenDocument();
  const perform = usePerform();
  const [minimap] = useAtom(minimapAtom);
  const { controls: text } = canvasText;
  return (
    <div
      role="toolbar"
      aria-label={text.label}
      className="absolute bottom-3 left-3 z-10 flex items-center gap-0.5 rounded-lg border border-line bg-raised p-1 shadow-mid"
    >
      <IconButton size="sm" side="top" label={text.zoomOut} keys={keysOf("zoomOut")} onClick={() => perform("zoomOut")}>
        <Minus aria-hidden />
      </IconButton>
      <ZoomLevel onClick={() => perform("zoomReset")} />
      <IconButton size="sm" side="top" label={text.zoomIn} keys={keysOf("zoomIn")} onClick={() => perform("zoomIn")}>
        <Plus aria-hidden />
      </IconButton>
      <span className="mx-0.5 h-4 w-px bg-line" />
      <IconButton size="sm" side="top" label={text.fit} keys={keysOf("fit")} onClick={() => perform("fit")}>
        <Maximize aria-hidden />
      </IconButton>
      {canEdit ? (
        <IconButton size="sm" side="top" label={text.layout} keys={keysOf("layout")} onClick={() => perform("layout")}>
          <LayoutGrid aria-hidden />
        </IconButton>
      ) : null}
      <IconButton
        size="sm"
        side="top"
        label={text.minimap}
        keys={keysOf("minimap")}
        aria-pressed={minimap}
        onClick={() => perform("minimap")}
        className="max-md:hidden aria-pressed:bg-active aria-pressed:text-ink"
      >
        <Map aria-hidden />
      </IconButton>
      <IconButton size="sm" side="top" label={text.keys} keys={keysOf("sheet")} onClick={() => perform("sheet")} className="max-md:hidden">
        <Keyboard aria-hidden />
      </IconButton>
    </div>
  );
}

/** Draws again only when the whole percent changes. */
function ZoomLevel({ onClick }: { readonly onClick: () => void }) {
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  return (
    <Tooltip label={canvasText.controls.zoomReset} keys={keysOf("zoomReset")} side="top">
      <button
        type="button"
        aria-label={`${canvasText.controls.zoomLevel(percent)}, ${canvasText.controls.zoomReset}`}
        onClick={onClick}
        className="h-7 w-12 rounded-md text-center text-xs text-muted tabular-nums transition-colors hover:bg-hover hover:text-ink"
      >
        {canvasText.controls.zoomLevel(percent)}
      </button>
    </Tooltip>
  );
}
