import type { Pending } from "../../kit/pending.ts";
import { isPending } from "../../kit/pending.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { runInQueue } from "../run-in-queue.ts";
import type { UpscaleImageInput, UpscaleImageOutput } from "../types.generated.ts";

/** Makes a picture larger. Called again with its job until it is there. */
export async function upscaleImage(input: UpscaleImageInput, options: StepOptions = {}): Promise<UpscaleImageOutput | Pending> {
  "use step";
  const { model = "fal-ai/clarity-upscaler", parameters, ...fields } = input;
  const made = await runInQueue(model, { ...parameters, ...fields }, options);
  return isPending(made) ? made : { image: made.image ?? made.images?.[0] };
}
