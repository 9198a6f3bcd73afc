import { z } from "zod";
import { runStatus } from "./schemas.ts";

/** The shapes the API answers with about workflows as people edit them: drafts, versions, templates, shares. */

const instant = z.iso.datetime({ offset: true });
const graph = z.record(z.string(), z.unknown()).meta({ description: "A graph document." });
const person = z.object({ id: z.string(), name: z.string() }).nullable().meta({ description: "Null for a key or the command." });

export const documentSummary = z
  .object({
    id: z.string(),
    name: z.string().meta({ description: "The exported function's name, unique in the workspace." }),
    title: z.string(),
    description: z.string(),
    folder: z.string().meta({ description: "A path such as `sales/orders`; empty at the top." }),
    tags: z.array(z.string()),
    archived: z.boolean(),
    revision: z.int().meta({ description: "Counts the saves of the draft." }),
    updatedAt: instant,
    updatedBy: person,
    live: z
      .object({
        version: z.int(),
        publishedAt: instant,
        lags: z.boolean().meta({ description: "Whether the draft differs from what is live." }),
      })
      .nullable(),
    trigger: z.object({
      on: z.string().meta({ description: "manual, http, schedule or event." }),
      enabled: z.boolean(),
      nextAt: instant.nullable().meta({ description: "When a schedule fires next." }),
    }),
    nodes: z.int(),
    services: z.array(z.string()).meta({ description: "Names of the services it uses, most used first." }),
    lastRun: z.object({ id: z.string(), status: runStatus, createdAt: instant, durationMs: z.number().nullable() }).nullable(),
  })
  .meta({ id: "DocumentSummary" });
export type DocumentSummary = z.infer<typeof documentSummary>;

export const documentDetails = documentSummary
  .extend({
    graph,
    pins: z.record(z.string(), z.unknown()).meta({ description: "Node → the output that test runs take for its own." }),
    triggerUrl: z.string().meta({ description: "Where the live version is called." }),
    curl: z.string().meta({ description: "A line for a shell that calls it, with $WEFT_KEY where the key goes." }),
    sampleInput: z.unknown().meta({ description: "A payload that fits the trigger's schema." }),
  })
  .meta({ id: "Document" });
export type DocumentDetails = z.infer<typeof documentDetails>;

export const savedDocument = z
  .object({ id: z.string(), revision: z.int(), name: z.string(), updatedAt: instant, live: documentSummary.shape.live })
  .meta({ id: "SavedDocument" });
export type SavedDocument = z.infer<typeof savedDocument>;

export const documentVersion = z
  .object({
    number: z.int(),
    sha256: z.string(),
    note: z.string(),
    createdAt: instant,
    createdBy: person,
    live: z.boolean(),
    listed: z.boolean().meta({ description: "False for what a test run published." }),
  })
  .meta({ id: "DocumentVersion" });
export type DocumentVersion = z.infer<typeof documentVersion>;

export const documentVersionDetails = documentVersion.extend({ graph, source: z.string() }).meta({ id: "DocumentVersionDetails" });
export type DocumentVersionDetails = z.infer<typeof documentVersionDetails>;

export const nodeSamples = z
  .object({
    run: z.string().nullable().meta({ description: "The newest run that any of it is from." }),
    values: z
      .record(z.string(), z.unknown())
      .meta({ description: "Node → its newest output (the trigger's: the input); each cut to 64 kB." }),
  })
  .meta({ id: "NodeSamples" });
export type NodeSamples = z.infer<typeof nodeSamples>;

export const template = z
  .object({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    tags: z.array(z.string()),
    services: z.array(z.string()),
    missing: z.array(z.string()).meta({ description: "Services it uses that have no connection yet; empty when it works as it is." }),
    graph,
  })
  .meta({ id: "Template" });
export type Template = z.infer<typeof template>;

export const share = z.object({ id: z.string(), createdAt: instant, createdBy: person }).meta({ id: "Share" });
export const newShare = share.extend({ url: z.string().meta({ description: "Shown this once." }) }).meta({ id: "NewShare" });
export const sharedDocument = z
  .object({ title: z.string(), description: z.string(), graph, source: z.string(), sharedAt: instant })
  .meta({ id: "SharedDocument", description: "Scrubbed: no connection's alias, no literal that looks like a secret." });
export type SharedDocument = z.infer<typeof sharedDocument>;

export const runTest = z
  .object({
    id: z.string(),
    run: z.string().meta({ description: "The run that it repeats." }),
    createdAt: z.iso.datetime(),
    status: z.enum(["passed", "failed", "skipped"]).meta({ description: "With the draft. `skipped`: it cannot be told here." }),
    problems: z.array(z.string()).meta({ description: "Which calls differ, by node and field, and how the end does." }),
  })
  .meta({ id: "RunTest" });
export type RunTest = z.infer<typeof runTest>;
