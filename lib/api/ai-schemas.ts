import { z } from "zod";
import { diagnosticSchema } from "./diagnostic-schema.ts";
import { operationSchema } from "../ai/operation.ts";
import { PROVIDER_NAMES } from "../../plugins/ai/providers.ts";
import { edgeSchema, nodeSchema } from "../../codegen/schema/graph.ts";

/** The shapes of everything that a language model has a part in: the settings, the requests, and the events of the streams. */

const graph = z.record(z.string(), z.unknown()).meta({ description: "A graph document." });
const diagnostics = z.array(diagnosticSchema);
const nodeId = z.string().min(1).max(200);
const prompt = z.string().trim().min(1).max(8_000);

const limit = z.number().min(0).max(1_000_000_000_000).nullable();
/** Null is no limit of its own. A model without a price costs nobody knows what: with a limit in dollars it is not asked. */
export const aiLimits = z
  .strictObject({
    tokensPerDay: limit.default(500_000),
    tokensPerMonth: limit.default(5_000_000),
    dollarsPerDay: limit.default(null),
    dollarsPerMonth: limit.default(null),
  })
  .meta({ id: "AiLimits", description: "Days and months are UTC's. Null is no limit. Input and output tokens count alike." });
export type AiLimits = z.infer<typeof aiLimits>;

/** US dollars for a million tokens. */
export const aiPrice = z.strictObject({ input: z.number().min(0).max(10_000), output: z.number().min(0).max(10_000) });
export type AiPrice = z.infer<typeof aiPrice>;

export const aiUse = z
  .object({
    inputTokens: z.int(),
    outputTokens: z.int(),
    dollars: z.number().nullable().meta({ description: "Of the calls whose price is known; null when none is." }),
    requests: z.int(),
    unpriced: z.int().meta({ description: "How many of the requests have no known price." }),
  })
  .meta({ id: "AiUse" });
export type AiUse = z.infer<typeof aiUse>;

export const aiSettings = z
  .object({
    ready: z.boolean().meta({ description: "Whether a model can be asked now; if not, `missing` says what to set." }),
    missing: z.string().nullable(),
    source: z.enum(["workspace", "environment"]).nullable().meta({ description: "Where provider and key come from." }),
    provider: z.enum(PROVIDER_NAMES).nullable(),
    providerLabel: z.string().nullable(),
    model: z.string().nullable(),
    baseUrl: z.string().nullable().meta({ description: "Null is the provider's own." }),
    hasKey: z.boolean().meta({ description: "The key itself is never shown." }),
    credentialSource: z.enum(["workspace", "environment"]).nullable().meta({
      description: "Where key and base URL come from: a workspace's provider may be called with the server's. Null where there is neither.",
    }),
    price: aiPrice.nullable().meta({ description: "Dollars for a million tokens, given by an owner or known by us; null when unknown." }),
    limits: aiLimits,
    today: aiUse,
    month: aiUse,
    providers: z.array(
      z.object({
        name: z.enum(PROVIDER_NAMES),
        label: z.string(),
        needsKey: z.boolean(),
        baseUrl: z.string().nullable(),
        keyVariable: z.string(),
        exampleModel: z.string(),
      }),
    ),
  })
  .meta({ id: "AiSettings" });
export type AiSettings = z.infer<typeof aiSettings>;

/** What is left out stays. Another provider or base URL asks for the key again. */
export const aiSettingsChange = z.strictObject({
  provider: z.enum(PROVIDER_NAMES).nullable().exactOptional().meta({ description: "Null goes back to what the environment says." }),
  model: z.string().trim().min(1).max(200).nullable().exactOptional().meta({ description: "Null goes back to the provider's usual one." }),
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .exactOptional(),
  apiKey: z.string().trim().min(1).max(5_000).nullable().exactOptional(),
  price: aiPrice.nullable().exactOptional(),
  limits: z
    .strictObject({
      tokensPerDay: limit.exactOptional(),
      tokensPerMonth: limit.exactOptional(),
      dollarsPerDay: limit.exactOptional(),
      dollarsPerMonth: limit.exactOptional(),
    })
    .exactOptional(),
});
export type AiSettingsChange = z.infer<typeof aiSettingsChange>;

export const aiTest = z
  .object({ ok: z.boolean(), message: z.string(), model: z.string().nullable(), milliseconds: z.int() })
  .meta({ id: "AiTest" });
export type AiTest = z.infer<typeof aiTest>;

export const aiUsagePage = z
  .object({
    days: z.array(aiUse.extend({ day: z.iso.date() })).meta({ description: "Newest first; days without a call are left out." }),
    tasks: z.array(aiUse.extend({ task: z.string() })).meta({ description: "The same time by what was asked for." }),
  })
  .meta({ id: "AiUsagePage" });
export type AiUsagePage = z.infer<typeof aiUsagePage>;

export const generateRequest = z.strictObject({
  prompt,
  graph: graph.exactOptional().meta({ description: "The document to change; a new one is begun without it." }),
  selection: z.array(nodeId).max(1_000).exactOptional().meta({ description: "The nodes the request is about." }),
  run: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,200}$/, "is not a run's id.")
    .exactOptional()
    .meta({
      description: "A run whose error the model may read. Sending it is the person's consent; without it nothing of any run is sent.",
    }),
});
export type GenerateRequest = z.infer<typeof generateRequest>;

/** The other things a model is asked for; each gives one `result`. */
export const assistRequest = z.discriminatedUnion("task", [
  z.strictObject({ task: z.literal("explain"), graph, node: nodeId.exactOptional() }),
  z.strictObject({ task: z.literal("code"), graph, node: nodeId, prompt }),
  z.strictObject({
    task: z.literal("expression"),
    graph,
    node: nodeId,
    path: z
      .array(z.union([z.string(), z.int()]))
      .min(1)
      .max(20)
      .meta({ description: "The field in the node's config." }),
    prompt,
  }),
  z.strictObject({ task: z.literal("payload"), graph, prompt: prompt.exactOptional() }),
]);
export type AssistRequest = z.infer<typeof assistRequest>;

const round = z.int().min(0).meta({ description: "0 is the first answer, 1 to 3 are repairs." });

/** What an operation made of the draft: put `nodes` and `edges` in place of those of the same id, take out what is `removed`. */
const graphChange = z.object({
  workflow: z.object({ name: z.string(), title: z.string().optional(), description: z.string().optional() }).optional(),
  renamed: z.object({ from: z.string(), to: z.string() }).optional(),
  nodes: z.array(nodeSchema),
  edges: z.array(edgeSchema),
  removed: z.object({ nodes: z.array(z.string()), edges: z.array(z.string()) }),
});
export type GraphChange = z.infer<typeof graphChange>;

const notice = z.object({
  kind: z.enum(["address", "secret", "connection", "call", "code", "open-trigger", "removed", "schedule"]),
  node: z.string(),
  message: z.string(),
});
export type Notice = z.infer<typeof notice>;

const rejected = z.object({ round, line: z.string(), reason: z.string() });
export type Rejected = z.infer<typeof rejected>;

const callUse = z.object({
  inputTokens: z.int(),
  outputTokens: z.int(),
  dollars: z.number().nullable(),
  requests: z.int(),
  estimated: z.boolean().meta({ description: "True when the provider did not count and we did." }),
});
export type CallUse = z.infer<typeof callUse>;

const aiError = z.object({ code: z.string(), message: z.string(), hint: z.string().nullable() });

const proposal = z.object({
  graph: graph.meta({ description: "The whole document as it would be. Nothing is stored or published until a person does it." }),
  code: z.string().nullable().meta({ description: "The module it becomes; null while it has errors." }),
  operations: z.array(operationSchema),
  summary: z.string().meta({ description: "What the model says it did; may be empty. Text of a stranger: show it as text." }),
  diagnostics,
  notices: z
    .array(notice)
    .meta({ description: "What a person should look at before accepting: addresses, services and workflows called, secrets read, code." }),
  rejected: z.array(rejected),
  repairs: z.int(),
  stopped: z.enum(["clean", "repairs", "unchanged", "limit"]).meta({
    description: "Why no more was asked: no problem left, three repairs made, nothing got better, a limit of operations or time.",
  }),
  ended: z.enum(["whole", "cut", "broken", "filtered", "refused"]).meta({
    description:
      "How the last answer ended. `cut`: at its longest, or because it went in circles; `broken`: by the connection, the time, the budget or the provider; `filtered`: withheld; `refused`: whole, but with nothing in it that could be used.",
  }),
  failure: aiError.nullable().meta({ description: "Why it was cut, broken or withheld; null where it was whole." }),
  usage: callUse,
});
export type Proposal = z.infer<typeof proposal>;

const assistResult = z.discriminatedUnion("task", [
  z.object({
    task: z.literal("explain"),
    text: z.string(),
    ended: z
      .enum(["whole", "cut", "broken"])
      .meta({ description: "Whether the text is all of it, or stops at its longest, or where the connection was lost." }),
  }),
  z.object({ task: z.literal("code"), source: z.string(), diagnostics }),
  z.object({ task: z.literal("expression"), value: z.string(), diagnostics }),
  z.object({ task: z.literal("payload"), payload: z.unknown(), problems: z.array(z.string()) }),
]);
export type AssistResult = z.infer<typeof assistResult>;

/**
 * Events by name. `generate-workflow` ends with one of `proposal`, `refused` and `error`; `assist` with `result` or `error`. What can be known
 * before the first call (no provider, budget used up, a document that cannot be read) is an ordinary HTTP error instead of a stream.
 */
export const aiEvents = {
  started: z.object({
    provider: z.string(),
    model: z.string(),
    catalog: z.object({ shown: z.int(), all: z.int(), tokens: z.int() }).meta({ description: "Actions in the prompt." }),
  }),
  operation: z.object({ round, operation: operationSchema, change: graphChange }),
  rejected,
  checking: z.object({ round }),
  repair: z.object({ round, diagnostics }).meta({ description: "What was wrong, and went back to the model." }),
  text: z.object({ delta: z.string().meta({ description: "Words of a stranger: shown as text, in Markdown without images and links." }) }),
  usage: callUse.meta({ description: "Of this request so far." }),
  proposal,
  refused: z.object({ message: z.string(), usage: callUse }).meta({ description: "The model answered with words and no operation." }),
  result: z.object({ result: assistResult, usage: callUse }),
  error: aiError,
} as const;

export type AiEventName = keyof typeof aiEvents;
/** One event of a stream, as commands give it. */
export type AiEvent = { [Name in AiEventName]: { readonly event: Name; readonly data: z.infer<(typeof aiEvents)[Name]> } }[AiEventName];
