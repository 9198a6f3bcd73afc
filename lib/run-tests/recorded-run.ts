import type { Recording } from "../exports/template/tests/recording.ts";

/** What a test replays: a run's input, what its steps and waits gave, and how it ended. */
export interface RecordedRun {
  /** What the test is called: `does what it did in run_…`. */
  readonly title: string;
  readonly input: unknown;
  readonly recording: Recording;
  /** The variables that the workflow read; a secret one as `{{ env.NAME }}`. */
  readonly variables: Readonly<Record<string, string>>;
  /** The result as the module returns it, `respond(…)` and all, or the message it fails with; null for any. */
  readonly ending: { readonly result: unknown } | { readonly failure: string | null };
}

/** How a step is called in a recording: by the node's kind, a called workflow by its name. */
export function stepNameOf(step: { readonly action?: string; readonly workflow?: string }): string {
  return step.action ?? `workflow ${step.workflow ?? ""}`;
}
