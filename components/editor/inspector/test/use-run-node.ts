"use client";
import { useMutation } from "@tanstack/react-query";
import { useSetAtom } from "jotai";
import type { Json } from "../../../../codegen/schema/json.ts";
import type { Answer } from "../../../api/client.ts";
import { api } from "../../../api/client.ts";
import { useOpenDocument } from "../../document-context.tsx";
import { useEditor } from "../../editor-context.tsx";
import { samplesAtom } from "../../screen.ts";

/** What came of running a node alone. */
export interface NodeRunResult {
  readonly run: string;
  readonly status: Answer<"GET /api/runs/{id}">["status"];
  readonly input: unknown;
  readonly output: unknown;
  readonly error: string | undefined;
  readonly durationMs: number | null;
}

/** How often a run is looked at, and for how long it is waited for, in milliseconds. */
const EVERY = 300;
const PATIENCE = 120_000;

/** Runs one node of the draft with values in place of the nodes before it, and waits for what it gives. */
export function useRunNode(nodeId: string) {
  const { details, workspace } = useOpenDocument();
  const editor = useEditor();
  const setSamples = useSetAtom(samplesAtom);
  return useMutation({
    mutationKey: ["run-node", workspace, details.id, nodeId],
    mutationFn: async (values: Readonly<Record<string, Json>>): Promise<NodeRunResult> => {
      const started = await api("POST /api/documents/{id}/runs", {
        workspace,
        params: { id: details.id },
        body: { graph: { ...editor.state.graph }, node: nodeId, values: { ...values }, input: undefined },
      });
      const { id } = started.run;
      const until = Date.now() + PATIENCE;
      for (;;) {
        const run = await api("GET /api/runs/{id}", { workspace, params: { id } });
        const isWaiting = run.status === "pending" || run.status === "running";
        if (!isWaiting || Date.now() > until) {
          const step = run.steps.findLast((one) => one.node === nodeId) ?? run.steps.at(-1);
          const output = step?.output ?? run.result;
          return {
            run: id,
            status: run.status,
            input: step?.input,
            output,
            error: (step?.error ?? run.error)?.message,
            durationMs: step?.durationMs ?? null,
          };
        }
        await new Promise((resolve) => setTimeout(resolve, EVERY));
      }
    },
    onSuccess: ({ status, output }) => {
      if (status === "completed") setSamples((known) => ({ ...known, [nodeId]: output }));
    },
  });
}
