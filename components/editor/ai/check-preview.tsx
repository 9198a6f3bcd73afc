"use client";
import { createStore, Provider, useSetAtom } from "jotai";
import { useEffect, useState } from "react";
import type { Graph } from "../../../codegen/schema/graph.ts";
import { useOpenDocument } from "../document-context.tsx";
import { Editor } from "../model/editor.ts";
import { diagnosticsAtom } from "../screen.ts";
import { useValidity } from "../use-validity.ts";
import { previewProblemsAtom } from "./preview-atoms.ts";

/** Checks a part of a proposal as the open document is checked; draws nothing. */
export function CheckPreview({ graph }: { readonly graph: Graph }) {
  const publish = useSetAtom(previewProblemsAtom);
  const [editor] = useState(() => new Editor(graph));
  const [store] = useState(createStore);
  useEffect(() => editor.edit({ label: "", source: "ai" }, () => graph), [editor, graph]);
  useEffect(() => {
    const unsubscribe = store.sub(diagnosticsAtom, () => publish(store.get(diagnosticsAtom)));
    return () => {
      unsubscribe();
      publish(undefined);
    };
  }, [publish, store]);
  return (
    <Provider store={store}>
      <Check editor={editor} />
    </Provider>
  );
}

function Check({ editor }: { readonly editor: Editor }) {
  const { workspace } = useOpenDocument();
  useValidity(editor, workspace, true);
  return null;
}
