import type { TimelineStep } from "../../../lib/api/run-schemas.ts";
import type { Status } from "../../ui/run-status.tsx";

/** A step's status as it is shown: in a run that has ended nothing goes on, what was under way ended with it. */
export function stepStatus({ status }: Pick<TimelineStep, "status">, runEnded: boolean): Status {
  const goesOn = status === "pending" || status === "running" || status === "retrying" || status === "waiting";
  return runEnded && goesOn ? "cancelled" : status;
}

/** What asks for attention first. */
const ORDER: readonly Status[] = ["waiting", "running", "retrying", "failed", "cancelled", "pending", "completed", "skipped"];

/** What shows of several: one that goes on before one that failed before one that is done. */
export function combineStatuses(statuses: readonly Status[]): Status {
  return ORDER.find((status) => statuses.includes(status)) ?? "pending";
}
