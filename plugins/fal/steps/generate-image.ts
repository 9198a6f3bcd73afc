import type { Pending } from "../../kit/pending.ts";
import { isPending } from "../../kit/pending.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { runInQueue } from "../run-in-queue.ts";
import type { GenerateImageInput, GenerateImageOutput } from "../types.generated.ts";

/** Makes pictures of a prompt. Called again with its job until they are there. */
export async function generateImage(input: GenerateImageInput, options: StepOptions = {}): Promise<GenerateImageOutput | Pending> {
  "use step";
  const { model = "fal-ai/flux/dev", parameters, ...fields } = input;
  const made = await runInQueue(model, { ...parameters, ...fields }, options);
  if (isPending(made)) return made;
  // Models for a single picture have no list.
  return { images: made.images ?? [made.image].filter(Boolean), seed: made.seed ?? null, description: made.description ?? null };
}
