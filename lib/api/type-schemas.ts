import { z } from "zod";

export const inferredType = z
  .object({
    workflow: z.string(),
    node: z.string(),
    samples: z.int().meta({ description: "How many values it was inferred from." }),
    place: z.enum(["output", "config.input"]).meta({ description: "Where the schema goes in the node." }),
    schema: z
      .record(z.string(), z.json())
      .meta({ description: "JSON Schema of what the node gives; of a trigger, of what a run is given." }),
    type: z.string().meta({ description: "The same as a TypeScript type." }),
  })
  .meta({ id: "InferredType" });
export type InferredType = z.infer<typeof inferredType>;
