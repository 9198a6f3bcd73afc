"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { AssistRequest, AssistResult, CallUse } from "../../../lib/api/ai-schemas.ts";
import { ApiError } from "../../api/api-error.ts";
import { aiSettingsQuery } from "../../api/workspace-lists.ts";
import { assistText } from "../../text/assist.ts";
import { useOpenDocument } from "../document-context.tsx";

type TaskName = AssistRequest["task"];
type ResultOf<Task extends TaskName> = Extract<AssistResult, { task: Task }>;

/** How far a question to the model is. `text` is what has come of the answer, where the task shows it. */
export type AssistState<Task extends TaskName> =
  | { readonly phase: "idle" }
  | { readonly phase: "asking"; readonly text: string }
  | { readonly phase: "done"; readonly result: ResultOf<Task>; readonly usage: CallUse }
  | { readonly phase: "failed"; readonly error: unknown };

export interface Assist<Task extends TaskName> {
  readonly state: AssistState<Task>;
  /** Stops the question under way and asks another; `onResult` is told what came of it. */
  readonly ask: (request: Extract<AssistRequest, { task: Task }>, onResult?: (result: ResultOf<Task>) => void) => void;
  /** Stops the model, or forgets its answer. */
  readonly reset: () => void;
}

/** Asks a model for one thing at a time; leaving the page stops it. */
export function useAssist<Task extends TaskName>(task: Task): Assist<Task> {
  const { workspace } = useOpenDocument();
  const client = useQueryClient();
  const [state, setState] = useState<AssistState<Task>>({ phase: "idle" });
  const asked = useRef<AbortController>(undefined);
  useEffect(() => () => asked.current?.abort(), []);

  const run = async (body: AssistRequest, signal: AbortSignal): Promise<{ result: ResultOf<Task>; usage: CallUse }> => {
    const { streamAi } = await import("../../api/stream-ai.ts");
    let text = "";
    for await (const { event, data } of streamAi("POST /api/ai/assist", { body, workspace, signal })) {
      if (event === "text") setState({ phase: "asking", text: (text += data.delta) });
      if (event === "result" && isOf(task, data.result)) return { result: data.result, usage: data.usage };
    }
    throw new ApiError(200, { code: "internal", message: assistText.otherAnswer });
  };
  const reset = (): void => {
    asked.current?.abort();
    asked.current = undefined;
    setState({ phase: "idle" });
  };
  return {
    state,
    reset,
    ask: (body, onResult) => {
      reset();
      const controller = new AbortController();
      asked.current = controller;
      setState({ phase: "asking", text: "" });
      void run(body, controller.signal)
        .then(
          (answer) => {
            if (controller.signal.aborted) return;
            setState({ phase: "done", ...answer });
            onResult?.(answer.result);
          },
          (error: unknown) => {
            if (!controller.signal.aborted) setState({ phase: "failed", error });
          },
        )
        // What was used counts, whatever came of it.
        .finally(() => client.invalidateQueries({ queryKey: aiSettingsQuery(workspace).queryKey }));
    },
  };
}

function isOf<Task extends TaskName>(task: Task, result: AssistResult): result is ResultOf<Task> {
  return result.task === task;
}
