import type { Loose } from "../../kit/loose.ts";
import type { Pending } from "../../kit/pending.ts";
import { isPending } from "../../kit/pending.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { runInQueue } from "../run-in-queue.ts";
import type { RunModelInput, RunModelOutput } from "../types.generated.ts";

/** Runs any model. Called again with its job until it is done. */
export async function runModel<T = Loose>(
  { model, input }: RunModelInput,
  options: StepOptions = {},
): Promise<RunModelOutput<T> | Pending> {
  "use step";
  const made = await runInQueue(model, input, options);
  return isPending(made) ? made : { output: made };
}
