import { embedMany } from "ai";
import type { StepOptions } from "../../kit/step-options.ts";
import { callModel } from "../call-model.ts";
import type { EmbedInput, EmbedOutput } from "../types.generated.ts";

/** Turns texts into vectors. */
export async function embed({ provider, model, value, dimensions }: EmbedInput, options: StepOptions = {}): Promise<EmbedOutput> {
  "use step";
  return callModel(provider, options, async (models) => {
    const { embeddings, usage } = await embedMany({
      model: models.embedding(model),
      values: typeof value === "string" ? [value] : value,
      maxRetries: 0,
      ...(dimensions === undefined ? {} : { dimensions }),
    });
    // A provider that does not count gives no number at all.
    const tokens = Number.isFinite(usage.tokens) ? usage.tokens : null;
    return { embedding: embeddings[0] ?? [], embeddings, usage: { tokens } };
  });
}
