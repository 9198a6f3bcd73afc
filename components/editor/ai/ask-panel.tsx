"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { atom, useAtom, useAtomValue, useStore } from "jotai";
import { useEffect, useRef } from "react";
import { aiSettingsQuery } from "../../api/workspace-lists.ts";
import { askText as text } from "../../text/ask.ts";
import { useOpenDocument } from "../document-context.tsx";
import { askRequestAtom } from "../screen.ts";
import { AskForm } from "./ask-form.tsx";
import { AskOutcome } from "./ask-outcome.tsx";
import { AskUsage } from "./ask-usage.tsx";
import { describeState } from "./describe-state.ts";
import { Explanation } from "./explanation.tsx";
import { NotReady } from "./not-ready.tsx";
import { useAskSession } from "./use-ask-session.ts";

/** What was typed and is not done with: it stays when the panel is closed. */
const promptAtom = atom("");

/** Asks a language model for a change of the workflow, or for words about it. */
export function AskPanel() {
  const { session, state } = useAskSession();
  const { workspace } = useOpenDocument();
  const [prompt, setPrompt] = useAtom(promptAtom);
  const request = useAtomValue(askRequestAtom);
  const atoms = useStore();
  const queries = useQueryClient();
  const settings = useQuery(aiSettingsQuery(workspace)).data;
  const field = useRef<HTMLTextAreaElement>(null);
  const { stage } = state;

  const ask = (words: string, run?: string): void => {
    if (words.trim() === "") return;
    const asked = session.ask(words.trim(), run === undefined ? {} : { run });
    void asked.finally(() => void queries.invalidateQueries({ queryKey: aiSettingsQuery(workspace).queryKey }));
  };
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  useEffect(() => {
    if (!request) return;
    atoms.set(askRequestAtom, undefined);
    if (request.kind === "explain") return void session.explain(request.node);
    if (session.state.stage === "explained") session.dismiss();
    if (request.prompt !== undefined) setPrompt(request.prompt);
    if (request.send === true && request.prompt !== undefined) latest.current(request.prompt);
    requestAnimationFrame(() => field.current?.focus());
  }, [atoms, request, session, setPrompt]);

  useEffect(() => {
    if (stage !== "asking" && stage !== "explaining") return;
    const press = (event: KeyboardEvent): void => {
      if (event.key === "Escape" && !event.defaultPrevented) session.stop();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [session, stage]);

  return (
    <div className="flex min-h-full flex-col">
      <h2 className="px-4 pt-3 pb-2 text-sm font-semibold">{text.title}</h2>
      {state.stage === "explaining" || state.stage === "explained" ? (
        <Explanation state={state} onStop={() => session.stop()} onClose={() => session.dismiss()} />
      ) : (
        <>
          <AskForm
            ref={field}
            prompt={prompt}
            onPrompt={setPrompt}
            stage={stage}
            isReady={settings?.ready ?? true}
            onAsk={ask}
            onStop={() => session.stop()}
          />
          {settings?.ready === false ? (
            <div className="mx-4 mt-4">
              <NotReady missing={settings.missing} />
            </div>
          ) : null}
          <AskOutcome state={state} session={session} onAgain={() => ask(prompt)} onAccepted={() => setPrompt("")} />
        </>
      )}
      {settings?.ready && stage !== "proposal" ? <AskUsage settings={settings} /> : null}
      <output aria-live="polite" className="sr-only">
        {describeState(state)}
      </output>
    </div>
  );
}
