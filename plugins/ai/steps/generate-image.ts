import { generateImage as askModel } from "ai";
import type { StepOptions } from "../../kit/step-options.ts";
import { callModel } from "../call-model.ts";
import { readPicture } from "../read-picture.ts";
import type { GenerateImageInput, GenerateImageOutput } from "../types.generated.ts";

/** Asks an image model for pictures. */
export async function generateImage(input: GenerateImageInput, options: StepOptions = {}): Promise<GenerateImageOutput> {
  "use step";
  return callModel(input.provider, options, async (models, { name }) => {
    const pictures = await Promise.all((input.images ?? []).map((picture) => readPicture(picture, options)));
    const { images, warnings, responses } = await askModel({
      model: models.image(input.model),
      prompt: pictures.length === 0 ? input.prompt : { text: input.prompt, images: pictures },
      n: input.n ?? 1,
      maxRetries: 0,
      // Else some providers give an address, which is one more call to a host that may be out of reach.
      ...(name === "gateway" || pictures.length > 0 ? {} : { providerOptions: { compatible: { response_format: "b64_json" } } }),
      // The action's schema has checked how the two are written.
      ...(input.size === undefined ? {} : { size: input.size as `${number}x${number}` }),
      ...(input.aspectRatio === undefined ? {} : { aspectRatio: input.aspectRatio as `${number}:${number}` }),
    });
    return {
      images: images.map(({ base64, mediaType }) => ({ base64, mediaType })),
      warnings: warnings.map((warning) => ("details" in warning ? warning.details : undefined) ?? describe(warning)),
      model: responses[0]?.modelId ?? input.model,
    };
  });
}

function describe(warning: { readonly type: string; readonly feature?: string; readonly message?: string }): string {
  return warning.message ?? `${warning.feature ?? "A setting"} is not supported.`;
}
