import type { RunTimeline, TimelineStep } from "../../../lib/api/run-schemas.ts";

/** One server-sent event about a run, as `GET /api/runs/{id}/events` tells it. */
export type RunMessage =
  | { readonly event: "run"; readonly data: Partial<RunTimeline["run"]> & Pick<RunTimeline["run"], "id" | "status"> }
  | { readonly event: "step"; readonly data: StepNews }
  | { readonly event: "wait"; readonly data: { readonly waits: readonly WaitNews[] } };

/** A step that changed. An event says less than a timeline: no preview, no use of a model. */
export type StepNews = Partial<TimelineStep> & Pick<TimelineStep, "id" | "node" | "status">;

/** What a run waits for now; all of it, each time. */
export interface WaitNews {
  readonly node: string;
  readonly label: string;
  readonly kind: "approval" | "event";
  readonly message: string | null;
  readonly since: string;
  readonly url?: string;
}
