"use client";
import { useQuery } from "@tanstack/react-query";
import { createStore, Provider } from "jotai";
import { useEffect, useMemo, useState } from "react";
import type { Graph } from "../../codegen/schema/graph.ts";
import type { DocumentDetails } from "../../lib/api/document-schemas.ts";
import { api } from "../api/client.ts";
import { useSession } from "../shell/session-context.tsx";
import { SavingProvider } from "./autosave/autosave-context.tsx";
import { useAutosave } from "./autosave/use-autosave.ts";
import { DocumentProvider } from "./document-context.tsx";
import { documentKey } from "./document-key.ts";
import { EditorProvider } from "./editor-context.tsx";
import { EditorScreen } from "./editor-screen.tsx";
import { Editor } from "./model/editor.ts";
import { tourAtom } from "./screen.ts";
import { hasSeenTour } from "./tour/tour-seen.ts";
import { useValidity } from "./use-validity.ts";

/** The page of one workflow; `opened` came with the page, what changes of it beside the graph (pins, what is live) is asked for again. */
export function EditorPage({ opened }: { readonly opened: DocumentDetails }) {
  const { id } = opened;
  const document = useQuery({
    queryKey: documentKey(id),
    queryFn: ({ signal }) => api("GET /api/documents/{id}", { params: { id }, signal }),
    initialData: opened,
    staleTime: Infinity,
    // What was saved meanwhile is not what is open: the next visit comes with a newer one.
    gcTime: 0,
  });
  return <OpenDocument key={id} details={document.data} />;
}

function OpenDocument({ details }: { readonly details: DocumentDetails }) {
  const { workspace } = useSession();
  const canEdit = workspace.role !== "viewer" && !details.archived;
  const [editor] = useState(() => new Editor(graphOf(details)));
  const [store] = useState(createStore);
  const open = useMemo(() => ({ workspace: workspace.id, details, canEdit, canRun: canEdit }), [canEdit, details, workspace.id]);

  useEffect(() => {
    if (canEdit && !hasSeenTour()) store.set(tourAtom, true);
  }, [canEdit, store]);

  useEffect(() => {
    document.title = `${details.title || details.name} · Weft`;
  }, [details.name, details.title]);

  return (
    <Provider store={store}>
      <EditorProvider value={editor}>
        <DocumentProvider value={open}>
          <Working editor={editor} details={details} workspace={workspace.id} canEdit={canEdit} />
        </DocumentProvider>
      </EditorProvider>
    </Provider>
  );
}

function Working({
  editor,
  details,
  workspace,
  canEdit,
}: {
  readonly editor: Editor;
  readonly details: DocumentDetails;
  readonly workspace: string;
  readonly canEdit: boolean;
}) {
  const saving = useAutosave(editor, details, workspace, canEdit);
  useValidity(editor, workspace, canEdit);
  return (
    <SavingProvider value={saving}>
      <EditorScreen />
    </SavingProvider>
  );
}

/** The server gives out what it has parsed: a second parser would cost the first load more than the canvas does. */
function graphOf({ graph }: DocumentDetails): Graph {
  return graph as unknown as Graph;
}
