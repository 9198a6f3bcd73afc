import { z } from "zod";
import type { AiEventName } from "./ai-schemas.ts";
import { aiSettings, aiSettingsChange, aiTest, aiUsagePage, assistRequest, generateRequest } from "./ai-schemas.ts";
import { defineOperation } from "./operation.ts";
import { errorBody } from "./schemas.ts";

const failed = (description: string) => ({ description, schema: errorBody });

/** A client's limit on documents is the API's own; runs' data is never part of a request. */
const asking = {
  400: failed("The request or the document is not what it should be."),
  403: failed("Only who may edit may ask."),
  409: failed("`not_configured`: no model is set; the hint says what to set."),
  422: failed("The document cannot be read."),
  429: failed("`budget_exhausted`: the workspace's limit for the day or the month is used up; Retry-After says until when."),
} as const;

const named = (names: readonly AiEventName[]): string => names.map((name) => `\`${name}\``).join(", ");

/**
 * The operations on language models. How a client uses them:
 *
 * - `GET /api/ai/settings` says whether a model can be asked (`ready`, else `missing` in words), and shows limits and use. Owners change it with
 *   `PATCH` and try it with `POST /api/ai/settings/test`.
 * - `POST /api/ai/generate-workflow` streams server-sent events (`aiEvents` in `ai-schemas.ts` has their data). Each `operation` says what it did to
 *   the draft (`change`: whole nodes and edges to put in place, ids to take out), so that a canvas follows without knowing the operations.
 *   After `checking` come `repair` and more operations, or the end: `proposal` with the whole graph, its code, what is still wrong, and what a person
 *   should look at (`notices`). The diff is the client's: its own document against `proposal.graph`. A repair may have been worse than what was there
 *   before it; `proposal.graph` is the best one, whatever was streamed.
 * - Nothing is applied, stored, published or run by any of these. Closing the connection stops the model.
 */
export const aiOperations = {
  showAiSettings: defineOperation({
    id: "showAiSettings",
    method: "GET",
    path: "/api/ai/settings",
    summary: "Which model is asked, within which limits, and what was used; never the key.",
    access: "read",
    replies: { 200: { description: "The settings.", schema: aiSettings } },
  }),
  changeAiSettings: defineOperation({
    id: "changeAiSettings",
    method: "PATCH",
    path: "/api/ai/settings",
    summary: "Change provider, model, key, price or limits. Another provider or address asks for the key again.",
    access: "manage",
    body: aiSettingsChange,
    replies: { 200: { description: "The settings.", schema: aiSettings }, 400: failed("A key or an address is missing.") },
  }),
  testAiSettings: defineOperation({
    id: "testAiSettings",
    method: "POST",
    path: "/api/ai/settings/test",
    summary: "Ask the model for one word. It counts as use.",
    access: "manage",
    replies: { 200: { description: "Whether it answered, in words.", schema: aiTest }, 409: asking[409], 429: asking[429] },
  }),
  showAiUsage: defineOperation({
    id: "showAiUsage",
    method: "GET",
    path: "/api/ai/usage",
    summary: "What models were asked and what it cost, by day and by task.",
    access: "read",
    query: z.object({ days: z.coerce.number().pipe(z.int().min(1).max(366)).default(31) }),
    replies: { 200: { description: "The use.", schema: aiUsagePage } },
  }),
  generateWorkflow: defineOperation({
    id: "generateWorkflow",
    method: "POST",
    path: "/api/ai/generate-workflow",
    summary: "Ask a model for a workflow, or for a change of one: operations as they come, then a proposal. Nothing is applied.",
    access: "edit",
    body: generateRequest,
    replies: {
      200: {
        description: `Server-sent events ${named(["started", "operation", "rejected", "checking", "repair", "text", "usage"])}; the last is ${named(["proposal", "refused", "error"])}.`,
        contentType: "text/event-stream",
      },
      404: failed("No such run."),
      ...asking,
    },
  }),
  assist: defineOperation({
    id: "assist",
    method: "POST",
    path: "/api/ai/assist",
    summary: "Ask a model to explain a workflow or a node, to write a code step or an expression, or to make a test payload.",
    access: "edit",
    body: assistRequest,
    replies: {
      200: {
        description: `Server-sent events ${named(["started", "text", "usage"])}; the last is ${named(["result", "error"])}.`,
        contentType: "text/event-stream",
      },
      404: failed("The document has no such node."),
      ...asking,
    },
  }),
} as const;
