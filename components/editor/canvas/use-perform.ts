"use client";
import { useStore } from "jotai";
import { useCallback, useEffect } from "react";
import { whenIdle } from "../../ui/when-idle.ts";
import { useOpenDocument } from "../document-context.tsx";
import { useEditor } from "../editor-context.tsx";
import type { ActionId, createActions } from "./actions.ts";

let create: typeof createActions | undefined;

async function loadActions(): Promise<typeof createActions> {
  return (create = (await import("./actions.ts")).createActions);
}

/** Does one of the editor's actions. They come after the canvas: what is asked for before them is done, in order, when they are there. */
export function usePerform(): (id: ActionId) => void {
  const editor = useEditor();
  const atoms = useStore();
  const document = useOpenDocument();
  useEffect(() => whenIdle(() => void loadActions()), []);
  return useCallback(
    (id) => {
      const context = { editor, atoms, document };
      if (create) create(context)[id]();
      else void loadActions().then((loaded) => loaded(context)[id]());
    },
    [atoms, document, editor],
  );
}
