import type { Loose } from "../../kit/loose.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { askForData } from "../ask-for-data.ts";
import { callModel } from "../call-model.ts";
import { readAnswer } from "../prompt.ts";
import type { GenerateObjectInput, GenerateObjectOutput } from "../types.generated.ts";

/** Asks a language model for data of the schema's shape. */
export async function generateObject<T = Loose>(input: GenerateObjectInput, options: StepOptions = {}): Promise<GenerateObjectOutput<T>> {
  "use step";
  return callModel(input.provider, options, async (models, connection) => {
    const { data, answer } = await askForData(input, models, connection);
    return { object: data, ...readAnswer(connection.provider.label, answer) };
  });
}
