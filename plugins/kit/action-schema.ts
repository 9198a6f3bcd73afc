import { z } from "zod";
import type { ActionDefinition } from "./define-action.ts";

/** A JSON Schema, 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The shapes of an action for forms, models and clients: the hints stay, and label, help and example also stand where JSON Schema has them. */
export function actionSchema(action: Pick<ActionDefinition, "input" | "output">): {
  readonly input: JsonSchema;
  readonly output: JsonSchema;
} {
  return { input: schemaOf(action.input, "input"), output: schemaOf(action.output, "output") };
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      const { label, help, example } = jsonSchema;
      if (typeof label === "string") jsonSchema.title ??= label;
      if (typeof help === "string") jsonSchema.description ??= help;
      if (example !== undefined) jsonSchema.examples ??= [example as never];
    },
  });
  return json;
}
