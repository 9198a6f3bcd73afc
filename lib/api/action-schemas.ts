import { z } from "zod";

/** The shapes the API answers with about what workflows may use. */

const jsonSchema = z
  .record(z.string(), z.unknown())
  .meta({ description: "JSON Schema 2020-12; label, help, example and other hints of a form ride on its fields." });

export const actionSummary = z
  .object({
    kind: z.string().meta({ description: "As a node names it, for example `slack.sendMessage`." }),
    service: z.string().meta({ description: "As people call it." }),
    label: z.string(),
    description: z.string(),
  })
  .meta({ id: "ActionSummary" });
export type ActionSummary = z.infer<typeof actionSummary>;

export const actionDetails = actionSummary
  .extend({
    input: jsonSchema,
    output: jsonSchema,
    examples: z.array(z.object({ title: z.string(), input: z.record(z.string(), z.unknown()) })),
    credential: z.string().nullable().meta({ description: "The service that a connection must be of; null when none is needed." }),
    polls: z.boolean().meta({ description: "Whether it may take minutes, asking again in between." }),
    code: z.object({ module: z.string(), name: z.string() }).meta({ description: "How generated code imports it." }),
  })
  .meta({ id: "Action" });
export type ActionDetails = z.infer<typeof actionDetails>;

export const fieldOptions = z
  .object({ options: z.array(z.object({ value: z.unknown(), label: z.string() })) })
  .meta({ id: "FieldOptions", description: "Choices of a field as the service has them now." });
export type FieldOptions = z.infer<typeof fieldOptions>;
