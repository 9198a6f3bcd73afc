"use client";
import { Command } from "cmdk";
import { ChevronRight, Command as CommandIcon, FileJson, PencilRuler, Sparkles } from "lucide-react";
import { memo } from "react";
import { Mark } from "../../marks/mark.tsx";
import { canvasText } from "../../text/canvas.ts";
import { paletteText } from "../../text/palette.ts";
import { Kbd } from "../../ui/kbd.tsx";
import { KIND_TYPE } from "../canvas/use-drop-kind.ts";
import type { PaletteEntry } from "./palette-sections.ts";

interface PaletteRowProps {
  readonly entry: PaletteEntry;
  readonly onChoose: (entry: PaletteEntry) => void;
  readonly onHide: (hidden: boolean) => void;
  readonly onDropped: () => void;
}

/** One line. A kind can also be dragged onto the canvas. */
export const PaletteRow = memo(
  function PaletteRow({ entry, onChoose, onHide, onDropped }: PaletteRowProps) {
    return (
      <Command.Item
        value={entry.id}
        onSelect={() => onChoose(entry)}
        className="flex h-9 items-center gap-2.5 rounded-md px-2 text-sm text-ink outline-none select-none data-[selected=true]:bg-hover"
        draggable={entry.type === "kind"}
        onDragStart={(event) => {
          if (entry.type !== "kind") return;
          event.dataTransfer.setData(KIND_TYPE, entry.item.kind);
          event.dataTransfer.effectAllowed = "copy";
          setTimeout(() => onHide(true));
        }}
        onDragEnd={(event) => {
          if (event.dataTransfer.dropEffect === "none") onHide(false);
          else onDropped();
        }}
      >
        <RowIcon entry={entry} />
        <RowText entry={entry} />
      </Command.Item>
    );
  },
  (before, after) => before.entry.id === after.entry.id && before.onChoose === after.onChoose,
);

function RowIcon({ entry }: { readonly entry: PaletteEntry }) {
  const tile = "flex size-6 shrink-0 items-center justify-center rounded-sm bg-sunken text-ink";
  switch (entry.type) {
    case "kind":
      return (
        <span className={tile}>
          <Mark kind={entry.item.kind} size={15} />
        </span>
      );
    case "service":
      return (
        <span className={tile}>
          <Mark kind={entry.kind} size={15} />
        </span>
      );
    case "command":
      return (
        <span className={`${tile} text-muted`}>
          <CommandIcon aria-hidden className="size-3.5" />
        </span>
      );
    case "ask":
      return (
        <span className={`${tile} text-accent`}>
          <Sparkles aria-hidden className="size-3.5" />
        </span>
      );
    case "dialog":
      return (
        <span className={`${tile} text-muted`}>
          {entry.dialog === "import" ? <FileJson aria-hidden className="size-3.5" /> : <PencilRuler aria-hidden className="size-3.5" />}
        </span>
      );
  }
}

function RowText({ entry }: { readonly entry: PaletteEntry }) {
  switch (entry.type) {
    case "kind":
      return (
        <>
          <span className="min-w-0 flex-1 truncate">{entry.item.label}</span>
          {entry.item.group === canvasText.flow ? null : <span className="shrink-0 text-xs text-faint">{entry.item.group}</span>}
        </>
      );
    case "service":
      return (
        <>
          <span className="min-w-0 flex-1 truncate">{entry.service}</span>
          <span className="shrink-0 text-xs text-faint tabular-nums">{paletteText.count(entry.count)}</span>
          <ChevronRight aria-hidden className="size-3.5 shrink-0 text-faint" />
        </>
      );
    case "command":
      return (
        <>
          <span className="min-w-0 flex-1 truncate">{entry.command.label}</span>
          {entry.command.keys === undefined ? (
            <span className="shrink-0 text-xs text-faint">{entry.command.group}</span>
          ) : (
            <Kbd keys={entry.command.keys} />
          )}
        </>
      );
    case "ask":
      return <span className="min-w-0 flex-1 truncate">{paletteText.commands.askFor(entry.words)}</span>;
    case "dialog":
      return (
        <>
          <span className="min-w-0 flex-1 truncate">{entry.item.label}</span>
          <ChevronRight aria-hidden className="size-3.5 shrink-0 text-faint" />
        </>
      );
  }
}
