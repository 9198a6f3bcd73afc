import type { AssistRequest, AssistResult } from "../../api/ai-schemas.ts";
import type { DocumentAiHost, Prepared } from "../prepare.ts";

/** One thing a model is asked for that is no workflow. */
export interface Task {
  readonly instructions: string;
  readonly message: string;
  /** Whether the words are shown as they come. */
  readonly streams: boolean;
  readonly maxOutputTokens: number;
  /** What the answer is, and what is wrong with it, in words for the model. */
  read(answer: string): { readonly result: AssistResult; readonly problems: readonly string[] };
}

/** Makes a task of a request; throws `not_found` for a node that is not there, `invalid_input` for one it cannot be done on. */
export type MakeTask<Name extends AssistRequest["task"]> = (
  server: DocumentAiHost,
  prepared: Prepared,
  request: Extract<AssistRequest, { task: Name }>,
) => Task;
