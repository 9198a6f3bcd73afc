import { z } from "zod";
import { graphSchema } from "../../codegen/schema/graph.ts";

/** A kind; with `*` at its end all that begin so; several between `|`. */
const kinds = z.string().min(1);
/** The same, with `#port` behind it for the port that is left by. */
const exit = kinds;
/** JSON that must be there, among whatever else is; a text between slashes is a regular expression. */
const partial = z.json();

const call = z.strictObject({
  /** Occurs in `METHOD address`. */
  to: z.string(),
  body: partial.exactOptional(),
  times: z.int().exactOptional(),
});

const run = z.strictObject({
  input: z.json().default({}),
  /** What every approval is answered. */
  approved: z.boolean().default(true),
  /** What every awaited event brings. */
  event: z.json().default({}),
  /** What occurs in `METHOD address` → what is answered. */
  answers: z.record(z.string(), z.strictObject({ status: z.int().default(200), json: z.json().default({}) })).default({}),
  expect: z.strictObject({
    status: z.enum(["completed", "failed"]).default("completed"),
    called: z.array(call).default([]),
    notCalled: z.array(z.string()).default([]),
    result: partial.exactOptional(),
  }),
});
export type EvalRun = z.infer<typeof run>;

/** A prompt, and what must be true of the workflow that a model makes of it. */
export const evalCase = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  prompt: z.string(),
  /** The document to change, by its name among `graphs`. */
  graph: z.string().exactOptional(),
  selection: z.array(z.string()).exactOptional(),
  expect: z.strictObject({
    /** True when there should be no proposal; nothing else is looked at. */
    refuses: z.boolean().default(false),
    trigger: partial.exactOptional(),
    kinds: z.array(kinds).default([]),
    without: z.array(kinds).default([]),
    /** From the first to the second lead edges. */
    paths: z.array(z.tuple([exit, kinds])).default([]),
    /** The first stands in a container of the second. */
    inside: z.array(z.tuple([kinds, kinds])).default([]),
    config: z.array(z.strictObject({ kind: kinds, match: partial })).default([]),
    policy: z.array(z.strictObject({ kind: kinds, match: partial })).default([]),
    /** Nodes of the document before that are as they were. */
    kept: z.array(z.string()).default([]),
    mostNodes: z.int().default(30),
  }),
  runs: z.array(run).default([]),
});
export type EvalCase = z.infer<typeof evalCase>;

export const evalFile = z.strictObject({ graphs: z.record(z.string(), graphSchema), cases: z.array(evalCase) });
