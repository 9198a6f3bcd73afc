import { z } from "zod";

export const inferredType = z
  .object({
    workflow: z.string(),
    node: z.string(),
    samples: z.int().meta({ description: "How many values it was inferred from." }),
    schema: z.record(z.string(), z.json()).meta({ description: "JSON Schema: the node's `output`, or a trigger's `input`." }),
    type: z.string().meta({ description: "The same as a TypeScript type." }),
  })
  .meta({ id: "InferredType" });
export type InferredType = z.infer<typeof inferredType>;
