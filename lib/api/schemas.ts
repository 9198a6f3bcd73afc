import { z } from "zod";
import { workspaceSettingsSchema } from "../workspaces/workspace-settings.ts";

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

export const runSummary = z
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
    url: z.string().exactOptional().meta({ description: "One-time address that answers it without a key; only for who may answer." }),
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
  z.object({ kind: z.enum(["read", "all", "admin"]) }),
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

export const connectionSummary = z
  .object({
    alias: z.string().meta({ description: "How nodes name it." }),
    service: z.string(),
    label: z.string(),
    kind: z.enum(["fields", "oauth2"]),
    status: z
      .enum(["ready", "unauthorized", "needs_reauthorization", "failing"])
      .meta({ description: "`unauthorized` and `needs_reauthorization` wait for a person to authorize it." }),
    default: z.boolean().meta({ description: "Used by nodes of its service that name no connection." }),
    scopes: z.array(z.string()).meta({ description: "What the authorization server granted." }),
    expiresAt: instant.nullable().meta({ description: "Of the access token, which is renewed before." }),
    lastError: z.string().nullable(),
    account: z.string().nullable().meta({ description: "Whom the last successful test found behind it." }),
    createdAt: instant,
    updatedAt: instant,
    lastUsedAt: instant.nullable().meta({ description: "To the minute." }),
    testedAt: instant.nullable(),
  })
  .meta({ id: "ConnectionSummary" });
export type ConnectionSummary = z.infer<typeof connectionSummary>;

const connectionField = z.object({
  name: z.string(),
  label: z.string(),
  secret: z.boolean(),
  set: z.boolean(),
  value: z.string().nullable().meta({ description: "Null for a secret one, always." }),
  hint: z.string().nullable().meta({ description: "The end of a long secret, to recognise it by." }),
});

export const connectionDetails = connectionSummary
  .extend({
    fields: z.array(connectionField),
    oauth: z
      .object({
        grant: z.enum(["authorization_code", "client_credentials"]),
        clientId: z.string().nullable().meta({ description: "Null for the server's own application." }),
        clientSecretSet: z.boolean(),
        requestedScopes: z.array(z.string()),
        missingScopes: z.array(z.string()).meta({ description: "Asked for, but not granted." }),
        authorizeUrl: z.string().nullable(),
        tokenUrl: z.string(),
        renewable: z.boolean().meta({ description: "Whether there is a way to a new token without a person." }),
      })
      .nullable(),
  })
  .meta({ id: "Connection" });
export type ConnectionDetails = z.infer<typeof connectionDetails>;

export const connectionType = z
  .object({
    service: z.string(),
    label: z.string(),
    fields: z.array(
      z.object({
        name: z.string(),
        label: z.string(),
        help: z.string().nullable(),
        secret: z.boolean(),
        optional: z.boolean(),
        variable: z.string().meta({ description: "The environment variable that does the same without a connection." }),
      }),
    ),
    oauth: z
      .object({
        scopes: z.array(z.string()),
        redirectUri: z.string().meta({ description: "Register this with the provider." }),
        serverClient: z
          .boolean()
          .meta({ description: "Whether the server brings an application; otherwise give clientId and clientSecret." }),
      })
      .nullable(),
  })
  .meta({ id: "ConnectionType" });
export type ConnectionTypeView = z.infer<typeof connectionType>;

export const connectionTest = z
  .object({
    ok: z.boolean(),
    account: z.string().nullable(),
    problem: z.enum(["credential", "permission", "unreachable", "authorization", "other"]).nullable().meta({
      description:
        "`credential`: the service does not take it. `permission`: it may not do this. `authorization`: a person must authorize it.",
    }),
    message: z.string(),
  })
  .meta({ id: "ConnectionTest" });
export type ConnectionTest = z.infer<typeof connectionTest>;

export const begunAuthorization = z
  .object({
    url: z.string().meta({ description: "Open this in a browser." }),
    redirectUri: z.string().meta({ description: "Where the provider sends the browser back; it must be registered there." }),
    expiresAt: instant,
  })
  .meta({ id: "BegunAuthorization" });
export type BegunAuthorization = z.infer<typeof begunAuthorization>;

export const variableSummary = z
  .object({
    name: z.string(),
    secret: z.boolean(),
    value: z.string().nullable().meta({ description: "Null for a secret one, always." }),
    source: z.enum(["workspace", "environment"]),
    updatedAt: instant.nullable(),
  })
  .meta({ id: "Variable" });
export type VariableSummary = z.infer<typeof variableSummary>;

export const workspaceSettings = workspaceSettingsSchema.meta({ id: "WorkspaceSettings" });

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
