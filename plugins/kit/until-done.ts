import { sleep } from "workflow";
import { parseDuration } from "./duration.ts";
import { isPending, type Pending } from "./pending.ts";
import type { StepOptions } from "./step-options.ts";

/**
 * Calls a step that starts a job elsewhere until the job is done. Between two calls the workflow sleeps durably, so that waiting costs nothing.
 * The step decides when its job has taken too long, by throwing.
 */
export async function untilDone<Input, Output>(
  step: (input: Input, options?: StepOptions) => Promise<Output | Pending>,
  input: Input,
  options?: StepOptions,
): Promise<Output> {
  let answer = await step(input, options);
  while (isPending(answer)) {
    const { job, after } = answer.$pending;
    await sleep(parseDuration(after));
    answer = await step(input, { ...options, job });
  }
  return answer;
}
