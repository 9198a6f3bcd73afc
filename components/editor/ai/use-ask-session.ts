"use client";
import { atom, useStore } from "jotai";
import { useEffect, useState, useSyncExternalStore } from "react";
import { streamAi } from "../../api/stream-ai.ts";
import { layOutGraph } from "../canvas/lay-out-graph.ts";
import { useOpenDocument } from "../document-context.tsx";
import { useEditor } from "../editor-context.tsx";
import { previewAtom } from "../screen.ts";
import { AskSession } from "./ask-session.ts";
import type { AskState } from "./ask-state.ts";
import { placeProposed } from "./place-proposed.ts";

/** Outlives the panel: a proposal is still there when the panel is opened again. */
const sessionAtom = atom<AskSession | undefined>(undefined);

/** Asking for the open document. What is going on ends when the caller goes; what is previewed is shown as long as it is there. */
export function useAskSession(): { readonly session: AskSession; readonly state: AskState } {
  const editor = useEditor();
  const { workspace } = useOpenDocument();
  const atoms = useStore();
  const [session] = useState(() => {
    const known = atoms.get(sessionAtom);
    if (known) return known;
    const made = new AskSession({
      editor,
      stream: async (question, signal, onEvent) => {
        const call = { workspace, signal };
        const events =
          question.route === "POST /api/ai/assist"
            ? streamAi(question.route, { ...call, body: question.body })
            : streamAi(question.route, { ...call, body: question.body });
        for await (const event of events) onEvent(event);
      },
      place: (before, proposed) => placeProposed(before, proposed, layOutGraph),
    });
    atoms.set(sessionAtom, made);
    return made;
  });
  const state = useSyncExternalStore(
    session.subscribe,
    () => session.state,
    () => session.state,
  );
  useEffect(() => {
    const leave = session.attend();
    const show = (): void => atoms.set(previewAtom, session.preview);
    show();
    const unsubscribe = session.subscribe(show);
    return () => {
      unsubscribe();
      atoms.set(previewAtom, undefined);
      leave();
    };
  }, [atoms, session]);
  return { session, state };
}
