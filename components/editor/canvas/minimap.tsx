"use client";
import { MiniMap } from "@xyflow/react";
import { useAtom } from "jotai";
import { useMemo } from "react";
import { canvasText } from "../../text/canvas.ts";
import { paletteText } from "../../text/palette.ts";
import { shortcutText } from "../../text/shortcuts.ts";
import { usePaletteCommand } from "../palette/commands.ts";
import { keysOf } from "../shortcuts/shortcuts.ts";
import { minimapAtom } from "./canvas-state.ts";
import type { FlowNode } from "./to-flow.ts";

/** The whole workflow in small, at the lower right, when it is wanted. */
export function CanvasMap() {
  const [isShown, setShown] = useAtom(minimapAtom);
  usePaletteCommand(
    useMemo(
      () => ({
        id: "minimap",
        label: shortcutText.labels.minimap,
        group: paletteText.commands.group,
        keywords: "map overview",
        description: "",
        keys: keysOf("minimap"),
        run: () => setShown((shown) => !shown),
      }),
      [setShown],
    ),
  );
  if (!isShown) return null;
  return (
    <MiniMap<FlowNode>
      pannable
      zoomable
      ariaLabel={canvasText.controls.minimap}
      nodeBorderRadius={8}
      nodeColor={colourOf}
      className="overflow-hidden rounded-lg border border-line shadow-mid max-md:hidden!"
      style={{ margin: "12px 12px 26px", width: 200, height: 132 }}
    />
  );
}

function colourOf(node: FlowNode): string {
  if (node.selected) return "var(--color-accent)";
  return node.type === "frame" ? "var(--color-line)" : "var(--color-line-strong)";
}
