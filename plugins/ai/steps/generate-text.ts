import { generateText as askModel } from "ai";
import type { StepOptions } from "../../kit/step-options.ts";
import { callModel } from "../call-model.ts";
import { promptOf, readAnswer } from "../prompt.ts";
import type { GenerateTextInput, GenerateTextOutput } from "../types.generated.ts";

/** Asks a language model for text. */
export async function generateText(input: GenerateTextInput, options: StepOptions = {}): Promise<GenerateTextOutput> {
  "use step";
  return callModel(input.provider, options, async (models, { provider }) => {
    const result = await askModel({ model: models.language(input.model), ...promptOf(input) });
    return { text: result.text, ...readAnswer(provider.label, result.finalStep) };
  });
}
