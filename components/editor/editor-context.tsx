"use client";
import { createContext, useContext, useRef, useSyncExternalStore } from "react";
import { invariant } from "../../codegen/invariant.ts";
import type { Editor, EditorState } from "./model/editor.ts";

const Context = createContext<Editor | undefined>(undefined);

/** Gives the open document to everything below it. */
export const EditorProvider = Context.Provider;

/** The open document; throws outside of an editor. */
export function useEditor(): Editor {
  const editor = useContext(Context);
  invariant(editor, "useEditor is called inside an EditorProvider");
  return editor;
}

/** A part of the editor's state; draws again only when that part is another one (`Object.is`, or `same`). */
export function useEditorState<Part>(pick: (state: EditorState) => Part, same: (a: Part, b: Part) => boolean = Object.is): Part {
  const editor = useEditor();
  const last = useRef<{ part: Part } | undefined>(undefined);
  const read = (): Part => {
    const part = pick(editor.state);
    if (last.current && same(last.current.part, part)) return last.current.part;
    last.current = { part };
    return part;
  };
  return useSyncExternalStore((listener) => editor.subscribe(listener), read, read);
}
