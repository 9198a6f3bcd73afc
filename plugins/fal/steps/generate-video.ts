import type { Pending } from "../../kit/pending.ts";
import { isPending } from "../../kit/pending.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { runInQueue } from "../run-in-queue.ts";
import type { GenerateVideoInput, GenerateVideoOutput } from "../types.generated.ts";

/** Makes a film of a prompt. Called again with its job until it is there. */
export async function generateVideo(input: GenerateVideoInput, options: StepOptions = {}): Promise<GenerateVideoOutput | Pending> {
  "use step";
  const { model, parameters, ...fields } = input;
  const made = await runInQueue(model, { ...parameters, ...fields }, options);
  return isPending(made) ? made : { video: made.video };
}
