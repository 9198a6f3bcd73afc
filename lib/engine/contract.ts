/**
 * What the rest of Weft asks of the engine, and what the engine asks of the rest.
 * Everything that knows the Workflow SDK lives behind this.
 */

import type { ServiceOperation } from "../services/service-operation.ts";

/** One node of a version that runs as a durable step; the compiler's server target lists them. */
export interface RuntimeStep {
  readonly node: string;
  readonly kind: "action" | "code" | "child";
  /** The node kind, for `action`. */
  readonly action?: string;
  /** The user's TypeScript function body, for `code`. */
  readonly source?: string;
  /** The child workflow's name, for `child`. */
  readonly workflow?: string;
  readonly connection?: string;
  readonly policy?: { readonly retries?: number; readonly timeout?: string; readonly onError?: "fail" | "continue" };
  /** What to call, for an action of a service that the workspace describes: as it was when the version was published. */
  readonly operation?: ServiceOperation;
  /** The secret variables that this node's config names: no other marker is replaced in its input. */
  readonly secrets?: readonly string[];
}

/** A workspace's variable as it is now. */
export interface Variable {
  readonly value: string;
  readonly secret: boolean;
}

/** Looks up variables of a workspace by name; those that do not exist are left out. Asked when a run starts, and when a step runs that names a secret. */
export type VariableSource = (workspaceId: string, names: readonly string[]) => Promise<ReadonlyMap<string, Variable>>;

/** What publishing hands to the engine and what is stored, immutable, with a version. */
export interface CompiledVersion {
  /** The module people read. */
  readonly source: string;
  /** The server target of the same graph: TypeScript. */
  readonly runtime: string;
  /** The exported function's name. */
  readonly exportName: string;
  readonly steps: readonly RuntimeStep[];
  /** Label and kind of every node, for run views. */
  readonly nodes: Readonly<Record<string, { readonly kind: string; readonly label: string }>>;
  /** The names of variables that the code reads, secret or not. */
  readonly variables?: readonly string[];
}

export type RunStatus = "pending" | "running" | "waiting" | "completed" | "failed" | "cancelled";

export interface RunError {
  readonly message: string;
  readonly node?: string;
  readonly name?: string;
  readonly status?: number;
}

export interface StartOptions {
  readonly workspaceId: string;
  readonly versionId: string;
  readonly input: unknown;
  readonly trigger: "http" | "manual" | "schedule" | "event" | "child" | "test";
  /** Unique within (workspace, workflow): a second start with the same key returns the first run. */
  readonly idempotencyKey?: string;
  readonly parentRunId?: string;
  /** Node → output: a step or wait of such a node is not run or waited for, it has come to this. A sleep ends at once, whatever is given. */
  readonly pins?: Readonly<Record<string, unknown>>;
  /** The run that this one repeats; from `failed`, what it has completed is taken over and not done again. */
  readonly rerun?: { readonly of: string; readonly from: "start" | "failed" };
}

export interface StartedRun {
  readonly runId: string;
  /** False when an earlier start with the same idempotency key made the run. */
  readonly created: boolean;
}

/** A run as it ended, pushed, never polled. */
export interface EndedRun {
  readonly runId: string;
  readonly status: "completed" | "failed" | "cancelled";
  /** JSON; null when the workflow returned nothing. */
  readonly result: unknown;
  /** Set when the workflow answered with `respond(…)`. */
  readonly response?: { readonly status: number; readonly headers: Readonly<Record<string, string>> };
  readonly error?: RunError;
}

/** One line that a code step printed. */
export interface LogLine {
  readonly level: "log" | "warn" | "error";
  readonly text: string;
}

/** One step or wait of a run, whole. */
export interface StepRecord {
  readonly input: unknown;
  /** Undefined while there is none; of a wait, the answer; of a called workflow, its result. */
  readonly output: unknown;
  readonly attempts: readonly {
    readonly number: number;
    readonly startedAt: Date;
    readonly endedAt: Date;
    readonly error?: RunError;
    readonly logs: readonly LogLine[];
  }[];
}

/** The runs of a workspace that have certain words, newest first. */
export interface WordQuery {
  readonly workspaceId: string;
  /** Each begins a word of the run. */
  readonly words: readonly string[];
  /** Ids; all when undefined. */
  readonly workflowIds?: readonly string[] | undefined;
  readonly versionIds?: readonly string[] | undefined;
  readonly status?: string | undefined;
  readonly trigger?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  /** Only runs older than this one. */
  readonly before?: { readonly createdAt: Date; readonly id: string } | undefined;
  readonly limit: number;
}

/** A change of a run or of one of its steps, as subscribers see it. */
export interface RunChange {
  readonly runId: string;
  readonly status: RunStatus;
  readonly node?: string;
  readonly step?: {
    readonly status: "pending" | "running" | "retrying" | "waiting" | "completed" | "failed" | "cancelled";
    readonly attempt: number;
  };
}

export interface Engine {
  /** Bundles a compiled version to the string that `versions.bundle` stores. Throws when the module imports what it may not. */
  bundle(compiled: CompiledVersion): Promise<{ bundle: string; sha256: string }>;
  start(options: StartOptions): Promise<StartedRun>;
  cancel(runId: string): Promise<void>;
  /** Ends the sleeps of a run, or the one named, before their time: not the timeouts of approvals and events. Resolves to how many there were. */
  wake(runId: string, waitId?: string): Promise<number>;
  /** Answers an approval or an event wait: by one-time token. Throws AppError not_found when it is no longer waited for. */
  answer(token: string, payload: unknown): Promise<void>;
  /** Resolves when the run ends, or with null after `timeoutMs`. */
  waitForEnd(runId: string, timeoutMs: number): Promise<EndedRun | null>;
  /** Calls back on every change of the run, from any process on the database. Returns the unsubscribe function. */
  subscribe(runId: string, listener: (change: RunChange) => void): () => void;
  /** Calls back on every change of any run, from any process on the database; of all workspaces, so a caller looks at whose it is. */
  subscribeAll(listener: (change: RunChange) => void): () => void;
  /** Ids of a workspace's runs that have all the words of a text, or words that begin so, newest first: in their id, error or the start of their input. */
  findByWords(text: string, query: Omit<WordQuery, "words">): Promise<string[]>;
  /** One step by its id, or a wait by its own; undefined when the run has none. */
  readStep(runId: string, stepId: string): Promise<StepRecord | undefined>;
  /** Input and output of every step of a run so far, by step id in the order of their ends, as JSON; `undefined` for what is not there yet. */
  readSteps(runId: string): Promise<ReadonlyMap<string, { readonly input: unknown; readonly output: unknown }>>;
  /**
   * For a process that is frozen between requests (`onDemand`): from now on it takes work, until the function that this returns has been called and has
   * resolved: when nothing is due within `lookAheadMs` and what it holds has come to rest, or `untilMs` (a time) has come and it gave the rest back.
   */
  attend(): (until: { readonly untilMs: number; readonly lookAheadMs: number }) => Promise<void>;
  health(): Promise<{ world: "ok" | "unavailable"; queueDepth: number }>;
  /** Stops taking work, waits for what is in flight up to `timeoutMs`, and leaves the rest resumable. */
  stop(timeoutMs?: number): Promise<void>;
}
