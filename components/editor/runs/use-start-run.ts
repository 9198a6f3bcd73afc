"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useStore } from "jotai";
import { useCallback } from "react";
import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.ts";
import { api } from "../../api/client.ts";
import { isApiError } from "../../api/api-error.ts";
import { runKeys } from "../../runs/timeline/run-keys.ts";
import { useOpenDocument } from "../document-context.tsx";
import { useEditor } from "../editor-context.tsx";
import { nodeRunsAtom, openRunAtom, runPanelAtom } from "../screen.ts";
import { keepPayload, parsePayload, readPayload } from "./payload.ts";
import { chosenStepAtom, payloadAtom, refusalAtom, startingAtom } from "./run-state.ts";

/** Starts a run of the document as it is in the editor, with the payload as it is in the form, and opens it. */
export function useStartRun(): () => Promise<void> {
  const store = useStore();
  const editor = useEditor();
  const client = useQueryClient();
  const { details, workspace, canRun } = useOpenDocument();
  return useCallback(async () => {
    store.set(runPanelAtom, true);
    if (!canRun || store.get(startingAtom)) return;
    const text = store.get(payloadAtom) ?? readPayload(details.id, details.sampleInput);
    store.set(payloadAtom, text);
    const payload = parsePayload(text);
    // The form says where it is not JSON.
    if (!("value" in payload)) return store.set(openRunAtom, undefined);
    store.set(startingAtom, true);
    store.set(refusalAtom, undefined);
    try {
      const { run } = await api("POST /api/documents/{id}/runs", {
        params: { id: details.id },
        // A graph is JSON; the contract says no more of it than that.
        body: { graph: { ...editor.state.graph }, input: payload.value },
        workspace,
      });
      keepPayload(details.id, text);
      store.set(nodeRunsAtom, new Map());
      store.set(chosenStepAtom, undefined);
      store.set(openRunAtom, run.id);
      void client.invalidateQueries({ queryKey: runKeys.lists });
    } catch (error) {
      store.set(refusalAtom, { error, diagnostics: diagnosticsOf(error) });
      store.set(openRunAtom, undefined);
    } finally {
      store.set(startingAtom, false);
    }
  }, [store, editor, client, details, workspace, canRun]);
}

/** What a refusal says of the document: our own server's details. */
export function diagnosticsOf(error: unknown): readonly Diagnostic[] {
  if (!isApiError(error) || typeof error.details !== "object" || error.details === null) return [];
  const { diagnostics } = error.details as { readonly diagnostics?: unknown };
  return Array.isArray(diagnostics) ? (diagnostics as readonly Diagnostic[]) : [];
}
