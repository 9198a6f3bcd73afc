"use client";
import { useAtomValue } from "jotai";
import { Check, CloudOff, LoaderCircle, Pencil, TriangleAlert } from "lucide-react";
import { editorText } from "../../text/editor.ts";
import { cn } from "../../ui/cn.ts";
import type { SaveState } from "../screen.ts";
import { saveStateAtom } from "../screen.ts";

const ICONS = { saved: Check, saving: LoaderCircle, unsaved: Pencil, offline: CloudOff, conflict: TriangleAlert } satisfies Record<
  SaveState,
  unknown
>;

/** How saving goes, in a word; what needs a person stands out. */
export function SaveIndicator() {
  const state = useAtomValue(saveStateAtom);
  const Icon = ICONS[state];
  const isTrouble = state === "offline" || state === "conflict";
  return (
    <output
      data-save-state={state}
      className={cn(
        "flex items-center gap-1.5 text-xs whitespace-nowrap",
        isTrouble ? "font-medium text-warn" : "text-faint max-sm:sr-only",
      )}
    >
      <Icon aria-hidden className={cn("size-3.5", state === "saving" && "animate-spin")} />
      {editorText.save[state]}
    </output>
  );
}
