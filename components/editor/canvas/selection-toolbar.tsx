"use client";
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  CircleOff,
  Copy,
  Repeat,
  Trash2,
} from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { canvasText } from "../../text/canvas.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { useOpenDocument } from "../document-context.tsx";
import { useEditorState } from "../editor-context.tsx";
import type { Alignment } from "../model/commands/align.ts";
import { keysOf } from "../shortcuts/shortcuts.ts";
import { useActions } from "./use-actions.ts";

const ALIGNMENTS: readonly { readonly how: Alignment; readonly label: string; readonly Icon: LucideIcon }[] = [
  { how: "left", label: canvasText.selection.left, Icon: AlignStartVertical },
  { how: "center", label: canvasText.selection.centre, Icon: AlignCenterVertical },
  { how: "right", label: canvasText.selection.right, Icon: AlignEndVertical },
  { how: "top", label: canvasText.selection.top, Icon: AlignStartHorizontal },
  { how: "middle", label: canvasText.selection.middle, Icon: AlignCenterHorizontal },
  { how: "bottom", label: canvasText.selection.bottom, Icon: AlignEndHorizontal },
];

/** What can be done with several nodes at once; there while several are selected. */
export function SelectionToolbar() {
  const { canEdit } = useOpenDocument();
  const count = useEditorState(({ selection }) => selection.nodes.size);
  const actions = useActions();
  if (!canEdit || count < 2) return null;
  const { selection: text, menu } = canvasText;
  return (
    <div
      role="toolbar"
      aria-label={text.label}
      className="absolute top-3 left-1/2 z-10 flex max-w-[calc(100%-1.5rem)] -translate-x-1/2 animate-appear items-center gap-0.5 overflow-x-auto rounded-lg border border-line bg-raised p-1 shadow-mid"
    >
      <span className="px-2 text-xs font-medium whitespace-nowrap text-muted tabular-nums">{text.count(count)}</span>
      <span className="mx-0.5 h-4 w-px shrink-0 bg-line" />
      {ALIGNMENTS.map(({ how, label, Icon }) => (
        <IconButton key={how} size="sm" label={label} className="max-md:hidden" onClick={() => actions.alignSelection(how)}>
          <Icon aria-hidden />
        </IconButton>
      ))}
      <IconButton
        size="sm"
        label={text.distributeX}
        className="max-md:hidden"
        aria-disabled={count < 3}
        onClick={() => actions.distributeSelection("horizontal")}
      >
        <AlignHorizontalDistributeCenter aria-hidden />
      </IconButton>
      <IconButton
        size="sm"
        label={text.distributeY}
        className="max-md:hidden"
        aria-disabled={count < 3}
        onClick={() => actions.distributeSelection("vertical")}
      >
        <AlignVerticalDistributeCenter aria-hidden />
      </IconButton>
      <span className="mx-0.5 h-4 w-px shrink-0 bg-line max-md:hidden" />
      <IconButton size="sm" label={menu.group} keys={keysOf("group")} onClick={actions.group}>
        <Repeat aria-hidden />
      </IconButton>
      <IconButton size="sm" label={menu.duplicate} keys={keysOf("duplicate")} onClick={actions.duplicate}>
        <Copy aria-hidden />
      </IconButton>
      <IconButton size="sm" label={menu.disable} keys={keysOf("disable")} onClick={actions.disable}>
        <CircleOff aria-hidden />
      </IconButton>
      <IconButton size="sm" label={menu.remove} keys={keysOf("remove")} onClick={actions.remove} className="hover:text-bad!">
        <Trash2 aria-hidden />
      </IconButton>
    </div>
  );
}
