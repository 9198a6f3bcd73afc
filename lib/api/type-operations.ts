import { z } from "zod";
import { defineOperation } from "./operation.ts";
import { errorBody } from "./schemas.ts";
import { inferredType } from "./type-schemas.ts";

const failed = (description: string) => ({ description, schema: errorBody });

/** The operations on what the data of workflows looks like. */
export const typeOperations = {
  inferType: defineOperation({
    id: "inferType",
    method: "POST",
    path: "/api/workflows/{name}/types",
    summary: "What a node gives, inferred from samples or from the newest finished runs.",
    access: "edit",
    params: z.object({ name: z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,199}$/, "is not a workflow's name.") }),
    body: z.strictObject({
      node: z.string().min(1).max(200),
      samples: z.array(z.json()).min(1).max(1_000).exactOptional().meta({
        description: "What the node gave (for http.request: the bodies); the outputs of the newest 50 finished runs when left out.",
      }),
    }),
    maxBody: 16 * 1024 * 1024,
    replies: {
      200: { description: "The type.", schema: inferredType },
      400: failed("There is nothing to infer: no finished run has an output of the node, or its type is known."),
      403: failed("The key may not manage workflows."),
      404: failed("No such workflow is published, or it has no such node."),
    },
  }),
} as const;
