import { z } from "zod";

/** The shapes the API answers with, once for the presenters' types and the OpenAPI document. */

const instant = z.iso.datetime({ offset: true }).meta({ description: "ISO 8601, UTC." });
const anyJson = z.unknown().meta({ description: "Any JSON value." });

export const runStatus = z.enum(["pending", "running", "waiting", "completed", "failed", "cancelled"]);

const runError = z
  .object({
    message: z.string(),
    node: z.string().optional().meta({ description: "The node whose failure ended the run." }),
    name: z.string().optional(),
    status: z.int().optional().meta({ description: "The HTTP status a service answered with, if that was the failure." }),
  })
  .meta({ id: "RunError" });

const runSummary = z
  .object({
    id: z.string(),
    url: z.string(),
    workflow: z.string(),
    version: z.int().meta({ description: "The number of the version it runs, for good." }),
    status: runStatus,
    trigger: z.string().meta({ description: "What started it: http, manual, schedule, event, child or test." }),
    note: z.string().nullable().meta({ description: "Why it is not on time: a schedule's window that was missed." }),
    createdAt: instant,
    startedAt: instant.nullable(),
    endedAt: instant.nullable(),
    error: runError.nullable(),
  })
  .meta({ id: "RunSummary" });
export type RunSummary = z.infer<typeof runSummary>;

const runStep = z
  .object({
    id: z.string(),
    node: z.string(),
    label: z.string(),
    kind: z.string(),
    status: z.string(),
    attempt: z.int(),
    createdAt: instant,
    startedAt: instant.nullable(),
    endedAt: instant.nullable(),
    durationMs: z.number().nullable(),
    input: anyJson,
    output: anyJson,
    error: runError.nullable(),
  })
  .meta({ id: "RunStep" });
export type RunStepView = z.infer<typeof runStep>;

const runWait = z
  .object({
    node: z.string(),
    label: z.string(),
    kind: z.enum(["approval", "event"]),
    message: z.string().nullable(),
    since: instant,
    url: z.string().meta({ description: "One-time address that answers it without a key." }),
  })
  .meta({ id: "RunWait" });
export type RunWait = z.infer<typeof runWait>;

export const runDetails = runSummary
  .extend({
    parent: z.string().nullable(),
    input: anyJson,
    result: anyJson,
    response: z.object({ status: z.int(), headers: z.record(z.string(), z.string()) }).nullable(),
    steps: z.array(runStep),
    waits: z.array(runWait),
  })
  .meta({ id: "Run" });
export type RunDetails = z.infer<typeof runDetails>;

export const runPage = z
  .object({
    runs: z.array(runSummary),
    next: z.string().nullable().meta({ description: "Pass as `cursor` for the next page; null on the last." }),
  })
  .meta({ id: "RunPage" });
export type RunPage = z.infer<typeof runPage>;

export const startedRun = z.object({ run: z.object({ id: z.string(), url: z.string(), status: runStatus }) }).meta({ id: "StartedRun" });

export const wait = z
  .object({
    run: z.string(),
    workflow: z.string(),
    node: z.string(),
    label: z.string(),
    kind: z.enum(["approval", "event"]),
    message: z.string().nullable(),
    since: instant,
  })
  .meta({ id: "Wait" });
export type Wait = z.infer<typeof wait>;

export const workflowSummary = z
  .object({
    name: z.string(),
    title: z.string(),
    description: z.string(),
    version: z.int().meta({ description: "The live version's number." }),
    sha256: z.string(),
    publishedAt: instant,
    trigger: z.object({
      on: z.string(),
      url: z.string().optional(),
      auth: z.string().optional(),
      respond: z.string().optional(),
      cron: z.string().optional(),
      timezone: z.string().optional(),
    }),
  })
  .meta({ id: "WorkflowSummary" });
export type WorkflowSummary = z.infer<typeof workflowSummary>;

const workflowVersion = z
  .object({ number: z.int(), sha256: z.string(), createdAt: instant, live: z.boolean() })
  .meta({ id: "WorkflowVersion" });

export const workflowDetails = workflowSummary
  .extend({
    graph: anyJson,
    source: z.string().meta({ description: "The TypeScript module the graph became." }),
    versions: z.array(workflowVersion),
  })
  .meta({ id: "Workflow" });
export type WorkflowDetails = z.infer<typeof workflowDetails>;

export const published = z
  .object({
    workflow: z.string(),
    version: z.int(),
    sha256: z.string(),
    created: z.boolean().meta({ description: "False when this very graph was published before." }),
    url: z.string().meta({ description: "The trigger's address." }),
    warnings: z.array(z.unknown()),
  })
  .meta({ id: "Published" });
export type Published = z.infer<typeof published>;

const keyScope = z.union([
  z.object({ kind: z.enum(["admin", "all"]) }),
  z.object({ kind: z.literal("workflows"), workflows: z.array(z.string()) }),
]);

export const keySummary = z
  .object({
    id: z.string(),
    name: z.string(),
    prefix: z.string().meta({ description: "The start of the key, to recognise it by." }),
    scope: keyScope.meta({ description: "Workflows are named by id." }),
    createdAt: instant,
    lastUsedAt: instant.nullable().meta({ description: "To the minute." }),
    revokedAt: instant.nullable(),
  })
  .meta({ id: "KeySummary" });
export type KeySummary = z.infer<typeof keySummary>;

export const newKey = z
  .object({ id: z.string(), name: z.string(), key: z.string().meta({ description: "Shown this once." }), scope: keyScope })
  .meta({ id: "NewKey" });

export const health = z
  .object({
    status: z.enum(["ok", "unavailable"]),
    database: z.enum(["ok", "unavailable"]),
    world: z.enum(["ok", "unavailable"]),
    queueDepth: z.int().nullable().meta({ description: "Pieces of work that wait for a worker; null when it cannot be known." }),
  })
  .meta({ id: "Health" });
export type Health = z.infer<typeof health>;

export const errorBody = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      hint: z.string().nullable(),
      details: anyJson,
    }),
  })
  .meta({ id: "Error" });
