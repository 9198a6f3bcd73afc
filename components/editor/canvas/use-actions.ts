"use client";
import { useStore } from "jotai";
import { useMemo } from "react";
import { useOpenDocument } from "../document-context.tsx";
import { useEditor } from "../editor-context.tsx";
import type { Actions } from "./actions.ts";
import { createActions } from "./actions.ts";

/** The editor's actions for the open workflow. */
export function useActions(): Actions {
  const editor = useEditor();
  const atoms = useStore();
  const document = useOpenDocument();
  return useMemo(() => createActions({ editor, atoms, document }), [editor, atoms, document]);
}
