import type { AssistRequest, AssistResult } from "../../api/ai-schemas.ts";
import type { Prepared } from "../prepare.ts";

/** One thing a model is asked for that is no workflow. */
export interface Task {
  readonly instructions: string;
  readonly message: string;
  /** Whether the words are shown as they come. */
  readonly streams: boolean;
  /** Whether the beginning of an answer that did not end is a result. */
  readonly takesParts: boolean;
  readonly maxOutputTokens: number;
  read(answer: string, ended: "whole" | "cut" | "broken"): TaskAnswer;
}

/** What an answer is, and what is wrong with it, in words for the model; or what is missing in it altogether, a sentence for model and person. */
export type TaskAnswer = { readonly result: AssistResult; readonly problems: readonly string[] } | { readonly missing: string };

/** Makes a task of a request; throws `not_found` for a node that is not there, `invalid_input` for one it cannot be done on. */
export type MakeTask<Name extends AssistRequest["task"]> = (prepared: Prepared, request: Extract<AssistRequest, { task: Name }>) => Task;
