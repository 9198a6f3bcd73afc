import type { Recording } from "../exports/template/tests/recording.ts";

/** What a test replays. */
export interface RecordedRun {
  /** What the test is called: `does what it did in run_…`. */
  readonly title: string;
  readonly input: unknown;
  /** The result is as the module returns it, `respond(…)` and all. */
  readonly recording: Recording;
  /** The variables that the workflow read; a secret one as `{{ env.NAME }}`. */
  readonly variables: Readonly<Record<string, string>>;
}

/** How a step is called in a recording: by the node's kind, a called workflow by its name. */
export function stepNameOf(step: { readonly action?: string; readonly workflow?: string }): string {
  return step.action ?? `workflow ${step.workflow ?? ""}`;
}
