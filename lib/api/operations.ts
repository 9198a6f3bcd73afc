import { z } from "zod";
import { actionOperations } from "./action-operations.ts";
import { aiOperations } from "./ai-operations.ts";
import { connectionOperations } from "./connection-operations.ts";
import { documentOperations } from "./document-operations.ts";
import { defineOperation } from "./operation.ts";
import { runOperations } from "./run-operations.ts";
import { serviceOperations } from "./service-operations.ts";
import { typeOperations } from "./type-operations.ts";
import { workspaceOperations } from "./workspace-operations.ts";
import { errorBody, health, keySummary, newKey, published, startedRun, wait, workflowDetails, workflowSummary } from "./schemas.ts";

const name = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,199}$/, "is not a workflow's name.");
const id = z.string().regex(/^[A-Za-z0-9_-]{1,200}$/, "is not an id.");
const token = z.string().regex(/^[A-Za-z0-9_.~:-]{1,500}$/, "is not a token.");

const idParams = z.object({ id });
const failed = (description: string) => ({ description, schema: errorBody });

/** What starting a run by HTTP takes and answers, at either of its addresses. */
const triggering = {
  method: "POST",
  access: "workflow",
  headers: z.object({
    "idempotency-key": z
      .string()
      .regex(/^[\x21-\x7e]{1,255}$/, "must be 1 to 255 visible ASCII characters.")
      .optional()
      .meta({ description: "A second call with the same key and body is answered by the first one's run." }),
  }),
  rawBody: { description: "The input: JSON, a form or text, checked against the trigger's schema. 1 MiB at most by default." },
  replies: {
    200: { description: "The workflow ended; its own status, headers and body.", schema: z.unknown() },
    202: { description: "The run was started (`async`), or is still going after 25 seconds (`sync`).", schema: startedRun },
    400: failed("The input does not fit the trigger's schema; details.fields names each wrong field."),
    401: failed("No key, or one that is unknown or revoked."),
    403: failed("The key is not for this workflow."),
    404: failed("No such workflow is published."),
    409: failed("The Idempotency-Key was used with another body."),
    413: failed("The body is too large."),
    415: failed("The body's content type is not read."),
    429: failed("Too many calls; Retry-After says when."),
    500: failed("The run failed (`run_failed`: details.run and details.node), or Weft did."),
  },
} as const;

/** Every operation of the HTTP API: the route wrapper enforces it, the OpenAPI document prints it. */
export const operations = {
  trigger: defineOperation({
    id: "triggerWorkflow",
    path: "/api/triggers/{workflow}",
    summary: "Start a run of a published workflow; a `sync` one answers with the workflow's own response.",
    params: z.object({ workflow: name }),
    ...triggering,
  }),
  triggerOfWorkspace: defineOperation({
    id: "triggerWorkflowOfWorkspace",
    path: "/api/workspaces/{workspace}/triggers/{workflow}",
    summary: "The same for a workflow of any workspace, which callers without a key must name.",
    params: z.object({ workspace: z.string().regex(/^wsp_[A-Za-z0-9_-]{1,60}$/, "is not a workspace's id."), workflow: name }),
    ...triggering,
  }),
  ...runOperations,
  showWait: defineOperation({
    id: "showWait",
    method: "GET",
    path: "/api/hooks/{token}",
    summary: "What a one-time address waits for; a browser is shown a page with the question. Reading it answers nothing.",
    access: "anyone",
    params: z.object({ token }),
    replies: { 200: { description: "The wait.", schema: wait }, 404: failed("Unknown, or answered already.") },
  }),
  answerWait: defineOperation({
    id: "answerWait",
    method: "POST",
    path: "/api/hooks/{token}",
    summary: "Answer by one-time address; no key is needed, the address is the secret.",
    access: "anyone",
    params: z.object({ token }),
    query: z.object({
      approved: z
        .enum(["true", "false"])
        .transform((approved) => ({ approved }))
        .optional()
        .meta({ description: "An approval's answer, in place of a body." }),
    }),
    body: z.unknown(),
    replies: {
      200: { description: "Answered.", schema: wait },
      404: failed("Unknown, or answered already."),
      400: failed("Not an answer."),
    },
  }),
  publishWorkflow: defineOperation({
    id: "publishWorkflow",
    method: "POST",
    path: "/api/workflows",
    summary: "Publish a graph document: compile, type-check, store an immutable version and make it live.",
    access: "edit",
    body: z.record(z.string(), z.unknown()).meta({ description: "A graph document." }),
    replies: {
      200: { description: "The live version.", schema: published },
      422: failed("The graph has errors; details.diagnostics lists them."),
    },
  }),
  listWorkflows: defineOperation({
    id: "listWorkflows",
    method: "GET",
    path: "/api/workflows",
    summary: "Published workflows by name.",
    access: "read",
    replies: { 200: { description: "Those the key reaches.", schema: z.object({ workflows: z.array(workflowSummary) }) } },
  }),
  showWorkflow: defineOperation({
    id: "showWorkflow",
    method: "GET",
    path: "/api/workflows/{name}",
    summary: "A published workflow: its graph, the code it became, its versions.",
    access: "read",
    params: z.object({ name }),
    replies: { 200: { description: "The workflow.", schema: workflowDetails }, 404: failed("No such workflow is published.") },
  }),
  listKeys: defineOperation({
    id: "listKeys",
    method: "GET",
    path: "/api/keys",
    summary: "Keys, newest first, revoked ones included; never the keys themselves.",
    access: "manage",
    replies: { 200: { description: "The keys.", schema: z.object({ keys: z.array(keySummary) }) } },
  }),
  createKey: defineOperation({
    id: "createKey",
    method: "POST",
    path: "/api/keys",
    summary: "Make a key, shown this once.",
    access: "manage",
    body: z.strictObject({
      name: z.string().min(1).max(100),
      workflows: z.array(name).min(1).exactOptional().meta({ description: "Only these workflows; all when left out." }),
      read: z.boolean().exactOptional().meta({ description: "May only look." }),
      admin: z.boolean().exactOptional().meta({ description: "May also publish workflows and manage keys." }),
    }),
    replies: { 200: { description: "The key.", schema: newKey }, 404: failed("No such workflow.") },
  }),
  revokeKey: defineOperation({
    id: "revokeKey",
    method: "POST",
    path: "/api/keys/{id}/revoke",
    summary: "Stop a key at once and for good.",
    access: "manage",
    params: idParams,
    replies: {
      200: { description: "It works no more.", schema: z.object({ id: z.string(), revoked: z.literal(true) }) },
      404: failed("No such key that still works."),
    },
  }),
  ...actionOperations,
  ...aiOperations,
  ...connectionOperations,
  ...serviceOperations,
  ...typeOperations,
  ...documentOperations,
  ...workspaceOperations,
  health: defineOperation({
    id: "health",
    method: "GET",
    path: "/api/health",
    summary: "Whether this process can take work.",
    access: "anyone",
    replies: { 200: { description: "It can.", schema: health }, 503: { description: "It cannot.", schema: health } },
  }),
  runDue: defineOperation({
    id: "runDue",
    method: "GET",
    path: "/api/cron",
    summary:
      "Work on what is due within the next minute; answers when that has come to rest. For a platform whose processes live by the request.",
    access: "scheduler",
    replies: { 200: { description: "Nothing is left to do for now.", schema: health }, 401: failed("The secret lacks or is wrong.") },
  }),
  openapi: defineOperation({
    id: "openapi",
    method: "GET",
    path: "/api/openapi.json",
    summary: "This document.",
    access: "anyone",
    replies: { 200: { description: "OpenAPI 3.1.", schema: z.record(z.string(), z.unknown()) } },
  }),
} as const;
