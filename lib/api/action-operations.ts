import { z } from "zod";
import { actionDetails, actionSummary, fieldOptions } from "./action-schemas.ts";
import { defineOperation } from "./operation.ts";
import { errorBody } from "./schemas.ts";

const kindParams = z.object({ kind: z.string().regex(/^[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*$/, "is not an action's kind.") });
const failed = (description: string) => ({ description, schema: errorBody });

/** The operations on what workflows may use. */
export const actionOperations = {
  listActions: defineOperation({
    id: "listActions",
    method: "GET",
    path: "/api/actions",
    summary: "Every action that a workflow may use, or those that a text finds, best first.",
    access: "read",
    query: z.object({ search: z.string().max(200).optional(), limit: z.coerce.number().pipe(z.int().min(1).max(1_000)).default(1_000) }),
    replies: { 200: { description: "The actions.", schema: z.object({ actions: z.array(actionSummary) }) } },
  }),
  showAction: defineOperation({
    id: "showAction",
    method: "GET",
    path: "/api/actions/{kind}",
    summary: "An action with the shapes of its input and output.",
    access: "read",
    params: kindParams,
    replies: { 200: { description: "The action.", schema: actionDetails }, 404: failed("No such action.") },
  }),
  listFieldOptions: defineOperation({
    id: "listFieldOptions",
    method: "POST",
    path: "/api/actions/{kind}/options",
    summary: "The choices of a field, asked of the service itself: my channels, my repositories.",
    access: "edit",
    params: kindParams,
    body: z.strictObject({
      field: z.string().min(1).max(200),
      connection: z.string().min(1).max(200).exactOptional().meta({ description: "The service's default when left out." }),
      input: z
        .record(z.string(), z.unknown())
        .exactOptional()
        .meta({ description: "What the form holds so far; fields that the question needs are taken from it." }),
    }),
    replies: {
      200: { description: "The choices.", schema: fieldOptions },
      404: failed("No such action, or no choices for this field."),
      502: failed("The service did not give them; details.status is its answer."),
    },
  }),
} as const;
