import { extractJsonMiddleware, generateText, jsonSchema, Output, wrapLanguageModel } from "ai";
import { z } from "zod";
import { fatal, retryable } from "../kit/failure.ts";
import type { Loose } from "../kit/loose.ts";
import type { Connection } from "./connect.ts";
import { endedEarly } from "./ended-early.ts";
import { isStrictSchema } from "./is-strict-schema.ts";
import type { Models } from "./models.ts";
import type { Answer } from "./prompt.ts";
import { promptOf } from "./prompt.ts";
import type { GenerateObjectInput } from "./types.generated.ts";

type Schema = Readonly<Record<string, Loose>>;

/** An answer that fits the schema. Providers want an object at the top, so that anything else travels inside one. */
export async function askForData(
  input: Omit<GenerateObjectInput, "provider">,
  models: Models,
  { name, provider }: Connection,
): Promise<{ data: Loose; answer: Answer }> {
  const validator = readSchema(input.schema);
  const wrapped = input.schema["type"] !== "object";
  const schema = wrapped ? wrapSchema(input.schema) : input.schema;
  const inPrompt = input.schemaIn === undefined ? provider.schemaInPrompt === true : input.schemaIn === "prompt";
  const { instructions, ...settings } = promptOf(input);
  const told = [instructions, inPrompt ? explainSchema(schema) : undefined].filter((text) => text !== undefined).join("\n\n");
  const result = await generateText({
    ...settings,
    ...(told === "" ? {} : { instructions: told }),
    // Models like to put JSON between Markdown fences.
    model: wrapLanguageModel({ model: models.language(input.model), middleware: extractJsonMiddleware() }),
    output: inPrompt ? Output.json() : Output.object({ schema: jsonSchema(schema), name: "answer" }),
    ...(name === "gateway" ? {} : { providerOptions: { compatible: { strictJsonSchema: isStrictSchema(schema) } } }),
  });
  const early = endedEarly(provider.label, result.finishReason);
  if (early) throw early;
  const output: Loose = result.output;
  const data: Loose = wrapped ? output?.value : output;
  const checked = validator.safeParse(data);
  if (checked.success) return { data, answer: result.finalStep };
  // A model answers differently the next time.
  throw retryable(`${provider.label}: the answer does not fit the schema: ${explain(checked.error)}`, { name: "NoObjectGenerated" });
}

function readSchema(schema: Schema): z.ZodType {
  try {
    return z.fromJSONSchema(schema);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw fatal(`schema is not a JSON Schema that answers can be checked with: ${reason}`, { name: "InvalidInput" });
  }
}

/** Definitions stay at the top, where references look for them. */
function wrapSchema({ $defs, definitions, ...value }: Schema): Schema {
  return {
    type: "object",
    properties: { value },
    required: ["value"],
    additionalProperties: false,
    ...($defs === undefined ? {} : { $defs }),
    ...(definitions === undefined ? {} : { definitions }),
  };
}

function explainSchema(schema: Schema): string {
  return `Answer with JSON alone, without Markdown, that fits this JSON Schema:\n${JSON.stringify(schema)}`;
}

function explain(error: z.ZodError): string {
  return error.issues
    .slice(0, 5)
    .map(({ path, message }) => (path.length === 0 ? message : `${path.map(String).join(".")}: ${message}`))
    .join("; ");
}
