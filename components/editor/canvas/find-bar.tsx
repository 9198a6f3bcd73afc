"use client";
import { useAtom, useAtomValue } from "jotai";
import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useEffect, useState } from "react";
import { canvasText } from "../../text/canvas.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { useEditor, useEditorState } from "../editor-context.tsx";
import { selectNodes } from "../model/selection.ts";
import { canvasApiAtom } from "./canvas-api.ts";
import { findAtom } from "./canvas-state.ts";
import { findNodes } from "./find-nodes.ts";

/** Finds nodes by what stands in them: Enter goes to the next, Escape closes. */
export function FindBar() {
  const [isOpen] = useAtom(findAtom);
  return isOpen ? <OpenBar /> : null;
}

function OpenBar() {
  const editor = useEditor();
  const api = useAtomValue(canvasApiAtom);
  const [, setOpen] = useAtom(findAtom);
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const graph = useEditorState((state) => state.graph);
  const matches = findNodes(graph, query);
  const shown = matches.length === 0 ? 0 : (at % matches.length) + 1;
  const { find: text } = canvasText;

  useEffect(() => {
    const ids = new Set(matches);
    for (const element of document.querySelectorAll<HTMLElement>(".react-flow__node"))
      element.classList.toggle("weft-match", ids.has(element.dataset["id"] ?? ""));
    return () => {
      for (const element of document.querySelectorAll(".weft-match")) element.classList.remove("weft-match");
    };
  });

  const go = (step: number, within = matches): void => {
    if (within.length === 0) return;
    const next = (at + step + within.length) % within.length;
    setAt(next);
    const id = within[next];
    if (id === undefined) return;
    editor.select(selectNodes([id]));
    api?.fit([id]);
  };
  const close = (): void => {
    setOpen(false);
    api?.focus();
  };
  return (
    <search
      aria-label={text.label}
      className="absolute top-3 right-3 z-20 flex w-80 max-w-[calc(100%-1.5rem)] animate-appear items-center gap-1 rounded-lg border border-line bg-raised p-1 shadow-mid"
    >
      <input
        ref={(field) => field?.focus({ preventScroll: true })}
        aria-label={text.label}
        placeholder={text.placeholder}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
          const [first] = findNodes(graph, event.currentTarget.value);
          if (first === undefined) return;
          editor.select(selectNodes([first]));
          api?.fit([first]);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") close();
          else if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
        className="h-7 min-w-0 flex-1 bg-transparent px-2 text-sm outline-none"
      />
      <span aria-live="polite" className="px-1 text-xs whitespace-nowrap text-muted tabular-nums">
        {query === "" ? "" : matches.length === 0 ? text.none : text.count(shown, matches.length)}
      </span>
      <IconButton size="sm" label={text.previous} keys="Shift+Enter" onClick={() => go(-1)}>
        <ChevronUp aria-hidden />
      </IconButton>
      <IconButton size="sm" label={text.next} keys="Enter" onClick={() => go(1)}>
        <ChevronDown aria-hidden />
      </IconButton>
      <IconButton size="sm" label={text.close} keys="Escape" onClick={close}>
        <X aria-hidden />
      </IconButton>
    </search>
  );
}
