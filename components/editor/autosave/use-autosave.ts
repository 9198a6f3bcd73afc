"use client";
import { useSetAtom } from "jotai";
import { useEffect, useMemo, useRef, useState } from "react";
import type { DocumentDetails } from "../../../lib/api/document-schemas.ts";
import { savingText as text } from "../../text/saving.ts";
import { toast } from "../../ui/toast.ts";
import type { Editor } from "../model/editor.ts";
import { saveStateAtom } from "../screen.ts";
import type { Autosave, SaveStatus } from "./autosave.ts";
import type { Saving } from "./autosave-context.tsx";
import { watchPage } from "./watch-page.ts";

/** Keeps the open document saved while the page shows it. */
export function useAutosave(editor: Editor, opened: DocumentDetails, workspace: string, canEdit: boolean): Saving {
  const setState = useSetAtom(saveStateAtom);
  const [first] = useState(() => ({ revision: opened.revision, saved: editor.state.graph }));
  const [status, setStatus] = useState<SaveStatus>({
    state: "saved",
    revision: first.revision,
    conflicts: [],
    updatedBy: null,
    problem: undefined,
  });
  const [autosave, setAutosave] = useState<Autosave>();
  const current = useRef<Autosave>(undefined);
  const { id } = opened;

  useEffect(() => {
    if (!canEdit) return;
    const watch = watchPage(id, () => current.current);
    let isGone = false;
    const show = (next: SaveStatus): void => {
      setStatus(next);
      setState(next.state);
    };
    // Merging is not needed to show the canvas. What is edited before it is here is saved then.
    void import("./open-autosave.ts").then(({ openAutosave }) => {
      if (isGone) return;
      const made = openAutosave({
        id,
        workspace,
        editor,
        ...first,
        onSaved: watch.announce,
        onMerged: ({ by, dropped }) => toast(text.merged(by), dropped > 0 ? { description: text.dropped(dropped) } : {}),
        onStatus: show,
      });
      current.current = made;
      setAutosave(made);
      void made.restore();
    });
    return () => {
      isGone = true;
      watch.dispose();
      current.current?.dispose();
      current.current = undefined;
    };
  }, [canEdit, editor, first, id, setState, workspace]);

  const problem = status.problem;
  useEffect(() => {
    if (problem) toast.error(text.refused, { id: "save-refused", description: [problem.message, problem.hint].filter(Boolean).join(" ") });
    else toast.dismiss("save-refused");
  }, [problem]);

  return useMemo(() => ({ status, autosave, saveNow: async () => (await current.current?.saveNow()) ?? status }), [autosave, status]);
}
