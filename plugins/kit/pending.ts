import { parseDuration } from "./duration.ts";

/** What a polling step gives while its job runs elsewhere: how to find the job again, and when to ask next. */
export interface Pending {
  readonly $pending: {
    /** JSON; the step gets it back as `options.job`. */
    readonly job: unknown;
    /** A duration such as `5s`. */
    readonly after: string;
  };
}

/** The answer of a step whose job is not done: it is called again with `options.job` after `after`. Throws a RangeError when `after` is no duration. */
export function pending(job: unknown, after: string): Pending {
  parseDuration(after);
  return { $pending: { job, after } };
}

/** Tells the answer of a job under way from a finished one. */
export function isPending(value: unknown): value is Pending {
  return typeof value === "object" && value !== null && "$pending" in value;
}
