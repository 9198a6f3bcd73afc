import { createHash } from "node:crypto";

import { isPending } from "../../plugins/kit/pending.ts";
import type { RuntimeStep } from "./contract.ts";
import { hideMarkers, readVariables, type RunVariables } from "./run-variables.ts";
import { unpackArguments, unpackValue } from "./sdk.ts";
import { PIN } from "./step-facts.ts";
import type { EventRow, HookAnswer, RunRow, Store } from "./store.ts";

/** What of a version decides whether an outcome of one run holds in another. */
export interface ReusingVersion {
  readonly sdkName: string;
  readonly steps: ReadonlyMap<string, RuntimeStep>;
  readonly nodes: Readonly<Record<string, { readonly kind: string }>>;
}

/** What a step that is about to run is told: its outcome, or how to go on with what was interrupted. */
export interface Taken {
  readonly outcome?: { readonly value: unknown; readonly from: string };
  /** The key of the interrupted call with the same input: the service may have done it. */
  readonly idempotencyKey?: string;
  /** The failed run of a called workflow, to be repeated from where it failed. */
  readonly continues?: string;
}

interface Completed {
  readonly id: string;
  readonly fingerprint: string;
  readonly value: unknown;
  /** Of a child: the run that was called. */
  readonly child: string | undefined;
  /** Where that run itself had it from. */
  readonly reused: string | undefined;
}

/** What is known of a call that had no outcome when its run ended. */
interface Interrupted {
  readonly fingerprint: string;
  readonly idempotencyKey: string;
}

interface Source {
  readonly run: RunRow;
  readonly version: ReusingVersion;
  readonly steps: ReadonlyMap<string, readonly EventRow[]>;
  readonly answers: ReadonlyMap<string, readonly HookAnswer[]>;
  readonly sleeps: ReadonlyMap<string, readonly { readonly waitId: string; readonly kind: string | null; readonly completed: boolean }[]>;
  readonly children: ReadonlyMap<string, string>;
  readonly interrupted: ReadonlyMap<string, Interrupted>;
}

/** A rerun of a rerun of …: further back nobody looks for the key of a call that was interrupted each time. */
const MOST_GENERATIONS = 20;

/**
 * What a run takes over instead of doing it: the pinned outputs of nodes, and what the run that it repeats from its failure has completed.
 * Outcomes that are taken over are written to the run's own log, which from then on is all that counts.
 *
 * A step's outcome is found by its node and an equal input, of several by the number of the call. Where a node was called once, the code
 * is the same and nothing of the run's own has ended yet, any input will do: what then differs is a time, a random number or a variable.
 * In a loop it may be another item's: concurrent calls are numbered as they come.
 */
export class Reuse {
  readonly #version: ReusingVersion;
  readonly #pins: Readonly<Record<string, unknown>>;
  readonly #source: Source | undefined;
  readonly #used = new Set<string>();
  readonly #indexes = new Map<string, Promise<readonly Completed[]>>();
  #isOnItsOwn = false;

  private constructor(version: ReusingVersion, pins: Readonly<Record<string, unknown>>, source: Source | undefined) {
    this.#version = version;
    this.#pins = pins;
    this.#source = source;
  }

  /** Undefined for a run that takes nothing over. */
  static async load(
    store: Store,
    version: ReusingVersion,
    run: { readonly workspaceId: string; readonly pins: unknown; readonly rerunOf: string | null; readonly rerunFrom: string | null },
    versionOf: (versionId: string) => Promise<ReusingVersion>,
  ): Promise<Reuse | undefined> {
    const repeated = run.rerunOf !== null && run.rerunFrom === "failed" ? await store.findRun(run.rerunOf) : undefined;
    // Whoever started the run has looked; but a log is read here.
    const isOwn = repeated?.workspaceId === run.workspaceId;
    const source = repeated && isOwn ? await loadSource(store, repeated, await versionOf(repeated.versionId)) : undefined;
    const pins = (run.pins ?? {}) as Readonly<Record<string, unknown>>;
    return source || Object.keys(pins).length > 0 ? new Reuse(version, pins, source) : undefined;
  }

  /** Reads along in the run's own log. */
  note(row: EventRow): void {
    if (row.type !== "weft_step" && row.type !== "hook_received" && row.type !== "wait_completed") return;
    const { reused } = row.data as { reused?: string };
    if (reused === undefined) this.#isOnItsOwn = true;
    else this.#used.add(reused);
  }

  async takeStep(stepId: string, node: string, args: readonly unknown[], variables: RunVariables | undefined): Promise<Taken> {
    if (Object.hasOwn(this.#pins, node)) {
      const pinned = this.#pins[node];
      return { outcome: { value: this.#version.steps.get(node)?.kind === "child" ? { pinned } : pinned, from: PIN } };
    }
    const source = this.#source;
    if (!source || !this.#isUnchanged(source, node)) return {};
    const fingerprint = fingerprintOf(args, variables);
    const found = await this.#findCompleted(source, stepId, node, fingerprint);
    if (found) {
      const status = found.child === undefined ? undefined : source.children.get(found.child);
      const isDone = found.child === undefined || (status !== undefined && status !== "failed" && status !== "cancelled");
      if (isDone) {
        this.#used.add(found.id);
        return { outcome: { value: found.value, from: found.id } };
      }
      if (status === "failed" && found.child !== undefined) return { continues: found.child };
      return {};
    }
    const interrupted = source.interrupted.get(stepId);
    return interrupted?.fingerprint === fingerprint ? { idempotencyKey: interrupted.idempotencyKey } : {};
  }

  /** The answer to a node's `n`-th wait; `message` is an approval's question. */
  async takeAnswer(
    node: string,
    kind: string,
    n: number,
    message: string | undefined,
  ): Promise<{ readonly value: unknown; readonly from: string } | undefined> {
    if (Object.hasOwn(this.#pins, node)) return { value: this.#pins[node], from: PIN };
    const source = this.#source;
    if (!source || !this.#hasSameKind(source, node)) return undefined;
    const answers = source.answers.get(node) ?? [];
    const isFree = (answer: HookAnswer | undefined): answer is HookAnswer & { payload: Uint8Array } =>
      answer !== undefined && answer.payload !== null && !this.#used.has(answer.hookId) && this.#mayTake(source, answer.reusedFrom);
    const isAsked = (answer: HookAnswer): boolean => kind === "approval" && answer.message === (message ?? null);
    const inPlace = answers[n];
    const isSure = (kind === "event" || this.#isSameCourse(source)) && isOneByOne(answers);
    const candidates = [inPlace, ...answers].filter((answer) => isFree(answer) && (isAsked(answer) || (isSure && answer === inPlace)));
    const found = candidates.find((answer) => answer && isAsked(answer)) ?? candidates[0];
    if (!isFree(found)) return undefined;
    this.#used.add(found.hookId);
    return { value: await unpackValue(new Uint8Array(found.payload), source.run.id), from: found.hookId };
  }

  /** Where from, if a node's `n`-th sleep is over at once. */
  takeSleep(node: string, kind: "sleep" | "timeout", n: number): string | undefined {
    if (kind === "sleep" && Object.hasOwn(this.#pins, node)) return PIN;
    const source = this.#source;
    if (!source || !this.#hasSameKind(source, node)) return undefined;
    const slept = source.sleeps.get(node)?.[n];
    return slept?.completed && slept.kind === kind ? slept.waitId : undefined;
  }

  async #findCompleted(source: Source, stepId: string, node: string, fingerprint: string): Promise<Completed | undefined> {
    let index = this.#indexes.get(node);
    if (!index) this.#indexes.set(node, (index = indexOf(source, node)));
    const completed = await index;
    const isEqual = (outcome: Completed): boolean =>
      outcome.fingerprint === fingerprint && !this.#used.has(outcome.id) && this.#mayTake(source, outcome.reused);
    const inPlace = completed.find(({ id }) => id === stepId);
    const equal = inPlace && isEqual(inPlace) ? inPlace : completed.find(isEqual);
    if (equal) return equal;
    const isOnlyCall = source.steps.get(node)?.length === 1;
    return inPlace && isOnlyCall && !this.#used.has(inPlace.id) && this.#isSameCourse(source) ? inPlace : undefined;
  }

  /** What a person pinned in one version says nothing of another. */
  #mayTake(source: Source, reused: string | undefined | null): boolean {
    return reused !== PIN || this.#isSameCode(source);
  }

  #isSameCourse(source: Source): boolean {
    return !this.#isOnItsOwn && this.#isSameCode(source);
  }

  #isSameCode(source: Source): boolean {
    return source.version.sdkName === this.#version.sdkName;
  }

  #hasSameKind(source: Source, node: string): boolean {
    return source.version.nodes[node]?.kind === this.#version.nodes[node]?.kind;
  }

  /** Whether the node does now what it did then; how patiently does not matter. */
  #isUnchanged(source: Source, node: string): boolean {
    if (this.#isSameCode(source)) return true;
    const [before, now] = [source.version.steps.get(node), this.#version.steps.get(node)];
    const work = (step: RuntimeStep): string => stableText({ ...step, policy: undefined, secrets: undefined });
    return before !== undefined && now !== undefined && work(before) === work(now);
  }
}

async function loadSource(store: Store, run: RunRow, version: ReusingVersion): Promise<Source> {
  const [events, hooks, waits, interrupted] = await Promise.all([
    store.readEvents(run.id),
    store.readAnswers(run.id),
    store.readWaits(run.id),
    loadInterrupted(store, run, 1),
  ]);
  const steps = Map.groupBy(
    events.filter(({ type }) => type === "weft_step"),
    ({ data }) => (data as { node: string }).node,
  );
  const called = [...steps.values()].flat().flatMap(({ data }) => childOf(data) ?? []);
  return {
    run,
    version,
    steps,
    interrupted,
    answers: Map.groupBy(hooks, ({ node }) => node),
    sleeps: Map.groupBy(waits, ({ node }) => node),
    children: await store.readStatuses(called),
  };
}

/** Calls without an outcome, by step id, with the key that a service saw last. */
async function loadInterrupted(store: Store, run: RunRow, generation: number): Promise<Map<string, Interrupted>> {
  const rows = await store.readInterrupted(run.id);
  const before =
    rows.length > 0 && run.rerunOf !== null && run.rerunFrom === "failed" && generation < MOST_GENERATIONS
      ? await store.findRun(run.rerunOf)
      : undefined;
  const older = before ? await loadInterrupted(store, before, generation + 1) : new Map<string, Interrupted>();
  const variables = readVariables(run.variables);
  const found = new Map<string, Interrupted>();
  for (const { stepId, input } of rows) {
    const fingerprint = fingerprintOf(await unpackArguments(new Uint8Array(input), run.id), variables);
    const repeated = older.get(stepId);
    const idempotencyKey = repeated?.fingerprint === fingerprint ? repeated.idempotencyKey : keyOf(run.id, stepId);
    found.set(stepId, { fingerprint, idempotencyKey });
  }
  return found;
}

/** What a node has completed in the run that is repeated, in the order of its log. A job that came to nothing counts as not begun. */
async function indexOf(source: Source, node: string): Promise<Completed[]> {
  const variables = readVariables(source.run.variables);
  const isSame = (row: EventRow): boolean => (row.data as { error?: string }).error === undefined;
  const calls = await Promise.all(
    (source.steps.get(node) ?? []).map(async (row) => {
      const args = row.input ? await unpackArguments(new Uint8Array(row.input), source.run.id) : [];
      const value = isSame(row) && row.payload ? await unpackValue(new Uint8Array(row.payload), source.run.id) : undefined;
      return { row, args, value, asked: stableText(jobOf(args)), given: isPending(value) ? stableText(value.$pending.job) : undefined };
    }),
  );
  const dead = new Set(calls.filter(({ row, args }) => !isSame(row) && jobOf(args) !== undefined).map(({ asked }) => asked));
  for (let before = -1; before < dead.size;) {
    before = dead.size;
    for (const { asked, given, args } of calls) if (given !== undefined && dead.has(given) && jobOf(args) !== undefined) dead.add(asked);
  }
  return calls
    .filter(({ row, given }) => isSame(row) && (given === undefined || !dead.has(given)))
    .map(({ row, args, value }) => ({
      id: row.correlationId ?? "",
      fingerprint: fingerprintOf(args, variables),
      value,
      child: childOf(row.data),
      reused: (row.data as { reused?: string }).reused,
    }));
}

/** Whether each wait ended before the next began: then their order says which is which. */
function isOneByOne(answers: readonly HookAnswer[]): boolean {
  return answers.every(({ createdAt }, index) => {
    const before = answers[index - 1];
    return !before || (before.endedAt !== null && before.endedAt <= createdAt);
  });
}

/** What a service is to recognise a step's call by, in all its attempts. */
export function keyOf(runId: string, stepId: string): string {
  return `${runId}_${stepId.slice("step_".length)}`;
}

function childOf(data: unknown): string | undefined {
  return (data as { child?: string | null }).child ?? undefined;
}

function jobOf(args: readonly unknown[]): unknown {
  return (args[1] as { job?: unknown } | undefined)?.job;
}

/** Equal for equal arguments of two runs, in which the markers of secrets differ. */
function fingerprintOf(args: readonly unknown[], variables: RunVariables | undefined): string {
  const [input] = args;
  const text = stableText([hideMarkers(input, variables), jobOf(args)]);
  return createHash("sha256").update(text).digest("base64");
}

/** JSON with sorted keys, in which what JSON lacks stays apart. */
function stableText(value: unknown): string {
  if (value instanceof Date) return `Date(${value.getTime()})`;
  if (value instanceof Map) return `Map${stableText([...value])}`;
  if (value instanceof Set) return `Set${stableText([...value])}`;
  if (typeof value === "bigint") return `${value}n`;
  if (value instanceof Uint8Array) return `Bytes(${Buffer.from(value).toString("base64")})`;
  if (Array.isArray(value)) return `[${Array.from(value, stableText).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? String(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${stableText(field)}`).join(",")}}`;
}
