"use client";
import { useStore } from "jotai";
import { useEffect } from "react";
import { connectByKey } from "../canvas/connect-keys.ts";
import { usePerform } from "../canvas/use-perform.ts";
import { useOpenDocument } from "../document-context.tsx";
import { useEditor } from "../editor-context.tsx";
import { isMacKeyboard, matchesKeys } from "./match-keys.ts";
import type { Shortcut } from "./shortcuts.ts";
import { shortcuts } from "./shortcuts.ts";

/** Hears the keys of the whole editor. Draws nothing. */
export function Shortcuts() {
  const editor = useEditor();
  const atoms = useStore();
  const document = useOpenDocument();
  const perform = usePerform();

  useEffect(() => {
    const isMac = isMacKeyboard();
    const press = (event: KeyboardEvent): void => {
      const place = placeOf(event.target);
      if (event.defaultPrevented || event.isComposing || place === "field" || place === "dialog") return;
      if (place === "canvas" && !event.metaKey && !event.ctrlKey && connectByKey({ editor, atoms, document }, event.key)) {
        event.preventDefault();
        return;
      }
      const found = shortcuts.find((shortcut) => shortcut.keys.some((keys) => matchesKeys(keys, event, isMac)));
      if (!found || found.native || !applies(found)) return;
      if (found.where === "canvas" && place !== "canvas") return;
      event.preventDefault();
      const { id } = found;
      if (id !== "copy" && id !== "cut" && id !== "paste") perform(id);
    };
    const applies = ({ changes, needs }: Shortcut): boolean => {
      const { nodes, edges } = editor.state.selection;
      if (changes && !document.canEdit) return false;
      if (needs === "node") return nodes.size > 0;
      return needs === undefined || nodes.size + edges.size > 0;
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [atoms, document, editor, perform]);
  return null;
}

/** Where a key was pressed: `canvas` also stands for nowhere in particular. */
function placeOf(target: EventTarget | null): "canvas" | "field" | "dialog" | "panel" {
  if (!(target instanceof Element) || target === document.body)
    return document.querySelector("[role=dialog][data-state=open]") ? "dialog" : "canvas";
  if (target.closest("input:not([type=radio]), textarea, select, [contenteditable=true], .monaco-editor, .cm-editor")) return "field";
  if (target.closest("[role=dialog], [role=menu], [role=listbox]")) return "dialog";
  return target.closest("[data-canvas]") ? "canvas" : "panel";
}
