"use client";
import { createStore, Provider, useAtomValue, useStore } from "jotai";
import { useEffect, useState } from "react";
import { Canvas } from "../canvas/canvas.tsx";
import type { CanvasApi } from "../canvas/canvas-api.ts";
import { canvasApiAtom } from "../canvas/canvas-api.ts";
import { leftViewAtom } from "../canvas/canvas-state.ts";
import { EditorProvider } from "../editor-context.tsx";
import { Editor } from "../model/editor.ts";
import { boxOf } from "../model/geometry.ts";
import { keepIdentity } from "../model/keep-identity.ts";
import { selectNodes } from "../model/selection.ts";
import { sizesOf } from "../nodes/node-shape.ts";
import { changeMarksAtom, diagnosticsAtom } from "../screen.ts";
import { Shortcuts } from "../shortcuts/shortcuts-listener.tsx";
import type { Preview } from "./preview.ts";
import { previewProblemsAtom, showInPreviewAtom } from "./preview-atoms.ts";

/** How long after a change the view follows it, in milliseconds. */
const FOLLOW_MS = 80;

/** The proposal as a drawing that is only looked at: a document and a store of its own, so that nothing of it reaches the person's. */
export function PreviewCanvas({ preview }: { readonly preview: Preview }) {
  const outer = useStore();
  const problems = useAtomValue(previewProblemsAtom);
  const [editor] = useState(() => new Editor(preview.graph));
  const [store] = useState(() => {
    const made = createStore();
    made.set(leftViewAtom, outer.get(leftViewAtom));
    made.set(changeMarksAtom, preview.marks);
    // What is in sight stays in sight when the document comes back.
    made.sub(leftViewAtom, () => outer.set(leftViewAtom, made.get(leftViewAtom)));
    return made;
  });

  useEffect(() => {
    store.set(changeMarksAtom, preview.marks);
    editor.edit({ label: "", source: "ai" }, (graph) => keepIdentity(graph, preview.graph));
    // The canvas has to be there, and what comes fast is followed in one movement.
    const timer = setTimeout(() => follow(preview, store.get(canvasApiAtom)), FOLLOW_MS);
    return () => clearTimeout(timer);
  }, [editor, preview, store]);

  useEffect(() => store.set(diagnosticsAtom, preview.diagnostics ?? problems ?? []), [preview, problems, store]);

  useEffect(() => {
    outer.set(showInPreviewAtom, {
      show(id) {
        editor.select(selectNodes([id]));
        store.get(canvasApiAtom)?.reveal(id);
      },
    });
    return () => outer.set(showInPreviewAtom, undefined);
  }, [editor, outer, store]);

  return (
    <Provider store={store}>
      <EditorProvider value={editor}>
        <Canvas />
        <Shortcuts />
      </EditorProvider>
    </Provider>
  );
}

/** Brings all of the drawing into sight when something that changed is out of it. */
function follow({ graph, marks }: Preview, api: CanvasApi | undefined): void {
  if (!api) return;
  const { x, y, width, height } = api.visible();
  const sizes = sizesOf(graph);
  const isInSight = [...marks.nodes.keys()].every((id) => {
    const box = boxOf(graph, id, sizes);
    return box.x >= x && box.y >= y && box.x + box.width <= x + width && box.y + box.height <= y + height;
  });
  if (!isInSight) api.fit();
}
