// Over 400 lines: the engine's whole contract on one side, what a run asks of its worker on the other, and the beat between them.
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

import { LRUCache } from "lru-cache";
import { z } from "zod";

import { createPool, IDLE_MS } from "../db/index.ts";
import { AppError } from "../errors.ts";
import { serviceOperation } from "../services/service-operation.ts";
import { Birth } from "./birth.ts";
import { bundleVersion } from "./bundle.ts";
import { Changes } from "./changes.ts";
import type {
  CompiledVersion,
  EndedRun,
  Engine,
  RunChange,
  RuntimeStep,
  StartedRun,
  StartOptions,
  StepRecord,
  VariableSource,
  WordQuery,
} from "./contract.ts";
import { createRunId } from "./create-id.ts";
import { findWords, splitWords, WordIndex } from "./index-words.ts";
import { type LoadedVersion, LiveRun, type Worker } from "./live-run.ts";
import { notifyWaits } from "./notify-waits.ts";
import { readStep, unpinned } from "./read-step.ts";
import { Reuse } from "./reuse.ts";
import { findSecrets, hideMarkers, readVariables, recordVariables, type RunVariables, variablesOf } from "./run-variables.ts";
import { fireSchedules } from "./schedules.ts";
import { createReplayHandler, packValue, unpackArguments, unpackValue } from "./sdk.ts";
import { toSdkRun } from "./sdk-events.ts";
import { previewOf } from "./step-facts.ts";
import type { StepContext, StepRunner } from "./step-runner.ts";
import { type RunRow, Store } from "./store.ts";
import { WAITS_IN_TURN } from "./vm/bridge.ts";
import { WorkerSession } from "./worker-session.ts";

export interface EngineOptions {
  readonly databaseUrl: string;
  readonly stepRunner: StepRunner;
  /** Runs held in memory at once, default 200; more wait in the database for whichever worker has room. */
  readonly concurrency?: number;
  /** False for a process that starts and answers runs and leaves the work to others. */
  readonly deliver?: boolean;
  /** True for a process that is frozen between requests: it takes and holds work only while it is attended. */
  readonly onDemand?: boolean;
  /** Where people reach this server: for the links of a wait's notification. */
  readonly publicUrl?: string;
  /** Where `env.NAME` comes from; without it no variable is set. */
  readonly variables?: VariableSource;
}

const BEAT_MS = 1_000;
/** How often it is looked whether everything has come to rest, and how often in a row it must have: who called a run that has ended goes on a moment later. */
const LOOK_MS = 50;
const QUIET_LOOKS = 4;
/** This long after it joined, a worker looks for runs whose words nobody wrote down. */
const CATCH_UP_MS = 10_000;
/** After so many deaths of its process a run that never gets anywhere is given up. */
const MOST_CRASHES = 4;
/** A workflow that calls itself for ever would fill the database. */
const MOST_CALLERS = 50;
const storedSteps = z.array(
  z.object({
    node: z.string(),
    kind: z.enum(["action", "code", "child"]),
    action: z.string().exactOptional(),
    source: z.string().exactOptional(),
    workflow: z.string().exactOptional(),
    connection: z.string().exactOptional(),
    policy: z
      .object({
        retries: z.number().exactOptional(),
        timeout: z.string().exactOptional(),
        onError: z.enum(["fail", "continue"]).exactOptional(),
      })
      .exactOptional(),
    operation: serviceOperation.exactOptional(),
    secrets: z.array(z.string()).exactOptional(),
  }),
);
const storedNodes = z.record(z.string(), z.object({ kind: z.string() }));

/** The step that starts a called workflow. */
interface ChildContext extends StepContext {
  /** The failed run that the new one repeats from where it failed. */
  readonly continues?: string;
}

/** Joins the workers on a migrated database and takes up what others have left. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const engine = new WorkflowEngine(options);
  await engine.open();
  return engine;
}

class WorkflowEngine implements Engine, Worker {
  readonly store: Store;
  readonly changes: Changes;
  stopping = false;
  readonly #options: EngineOptions;
  readonly #limit: number;
  #reserved = 0;
  /** How many keep this process going, where it is frozen between requests; elsewhere it always goes. */
  #attended = 0;
  #resting = false;
  #rest: Promise<void> = Promise.resolve();
  readonly #live = new Map<string, LiveRun>();
  readonly #drives = new Set<Promise<void>>();
  readonly #versions = new LRUCache<string, Promise<LoadedVersion>>({ max: 200 });
  readonly #ended = new LRUCache<string, EndedRun>({ max: 200, ttl: 2_000 });
  readonly #session: WorkerSession;
  readonly #words: WordIndex;
  #beat: NodeJS.Timeout | undefined;
  #alarm: NodeJS.Timeout | undefined;
  #beating: Promise<void> = Promise.resolve();
  #backlog = false;
  /** Runs that were in memory when a process died, taken up again and not yet seen to go on. */
  readonly #convalescent = new Set<string>();
  /** The one among them that may have killed it, or a claim for one under way. */
  #suspect: string | undefined;
  /** How often in a row a run could not be taken up here. */
  readonly #troubles = new Map<string, number>();
  #strays = new Set<string>();

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#limit = options.deliver === false ? 0 : (options.concurrency ?? 200);
    this.store = new Store(createPool(options.databaseUrl));
    this.#words = new WordIndex(this.store.pool);
    this.changes = new Changes((changes) => this.#publish(changes));
    this.#session = new WorkerSession(options.databaseUrl, {
      wake: (runId) => this.#woken(runId),
      changed: (change) => this.changes.receive(change),
    });
  }

  get id(): number {
    return this.#session.id;
  }

  async open(): Promise<void> {
    listenSomewhere();
    await this.#session.open();
    // Until the first request; it is frozen by then, perhaps.
    if (this.#onDemand) await this.#session.pause();
    if (this.#limit > 0) {
      await this.#work();
      // Runs that a crash left go first.
      setTimeout(() => this.#words.catchUp().catch(() => {}), CATCH_UP_MS).unref();
      this.#beat = setInterval(() => (this.#beating = this.#beating.then(() => this.#work())), BEAT_MS);
      this.#beat.unref();
    }
  }

  async bundle(compiled: CompiledVersion): Promise<{ bundle: string; sha256: string }> {
    return bundleVersion(compiled);
  }

  start(options: StartOptions): Promise<StartedRun> {
    return this.startRun(options);
  }

  async startRun(options: StartOptions & { note?: string }): Promise<StartedRun> {
    if (this.stopping) throw new AppError("unavailable", "The engine is stopping.", { hint: "Try again in a moment." });
    const version = await this.#version(options.versionId);
    const variables = await recordVariables(version.variables, options.workspaceId, this.#options.variables);
    const { workflowId, sdkName } = version;
    const run = { ...options, id: createRunId(), workflowId, sdkName, variables, createdAt: new Date() };
    if (this.#room() <= 0) {
      if (!(await this.store.createRun({ ...run, owner: null }))) return this.#existing(options, version);
      this.#backlog = true;
      this.#session.wakeOthers(run.id);
      this.changes.emit({ runId: run.id, status: "pending" });
      return { runId: run.id, created: true };
    }
    const slots = this.#reserve(1);
    const reuse = await this.#reuseOf(version, {
      workspaceId: options.workspaceId,
      pins: options.pins,
      rerunOf: options.rerun?.of ?? null,
      rerunFrom: options.rerun?.from ?? null,
    }).catch((error: unknown) => {
      slots.free();
      throw error;
    });
    const birth = new Birth(this.store, { ...run, owner: this.id });
    try {
      // Only the database knows whether a key has been used.
      if (options.idempotencyKey !== undefined) {
        void birth.ensure();
        if (!(await birth.settled)) return await this.#existing(options, version);
      }
      const rows = ["run_created", "run_started"].map((type, index) => ({ type, seq: index + 1, createdAt: run.createdAt }));
      const entity = await toSdkRun({ ...run, input: options.input });
      const { workspaceId } = options;
      this.#hold(new LiveRun(this, version, entity, { workspaceId, rows, open: new Map(), birth, variables, reuse }));
    } finally {
      slots.free();
    }
    await birth.settled;
    // One that has ended by now has said so.
    if (this.#live.has(run.id)) this.changes.emit({ runId: run.id, status: "running" });
    return { runId: run.id, created: true };
  }

  async cancel(runId: string): Promise<void> {
    const run = await this.store.findRun(runId);
    if (!run) throw new AppError("not_found", `There is no run ${runId}.`);
    const seq = await this.store.endRun(runId, null, { status: "cancelled", at: new Date() });
    const live = this.#live.get(runId);
    live?.leave();
    if (seq === undefined) return;
    this.changes.end({ runId, status: "cancelled", result: null });
    if (!live) this.#session.wakeOthers(runId);
    this.#settleChildren(runId);
    for (const child of await this.store.findActiveChildren(runId)) await this.cancel(child);
  }

  async wake(runId: string, waitId?: string): Promise<number> {
    const woken = await this.store.wakeSleeps(runId, waitId ?? null, new Date());
    if (woken) this.#nudge(runId, woken.owner);
    return woken?.count ?? 0;
  }

  async answer(token: string, payload: unknown): Promise<void> {
    const hook = await this.store.findOpenHook(token);
    const answered = hook && (await this.#answer(hook, payload));
    if (!answered)
      throw new AppError("not_found", "Nothing waits for this answer any more.", {
        hint: "It was given already, or the run went on without it.",
      });
  }

  async waitForEnd(runId: string, timeoutMs: number): Promise<EndedRun | null> {
    const known = this.#ended.get(runId);
    if (known && this.#ended.delete(runId)) return known;
    const deadline = Date.now() + timeoutMs;
    let settle: (ended: EndedRun | "changed") => void = () => {};
    let next = new Promise<EndedRun | "changed">((resolve) => (settle = resolve));
    const forgetEnd = this.changes.onEnd(runId, (ended) => settle(ended));
    const forgetChange = this.changes.subscribe(runId, ({ status }) => {
      if (status === "completed" || status === "failed" || status === "cancelled") settle("changed");
    });
    try {
      // A run that this process holds tells its end itself; for any other, the database is asked too, should a word get lost.
      for (let stored = !this.#live.has(runId); ; stored = true) {
        if (stored) {
          const run = await this.store.findRun(runId);
          if (!run) throw new AppError("not_found", `There is no run ${runId}.`);
          const ended = presentEnd(run);
          if (ended) return ended;
        }
        const left = deadline - Date.now();
        if (left <= 0) return null;
        const controller = new AbortController();
        const pause = sleep(Math.min(left, 1_000), "changed" as const, { signal: controller.signal }).catch(() => "changed" as const);
        const outcome = await Promise.race([next, pause]);
        controller.abort();
        if (outcome !== "changed") return outcome;
        next = new Promise((resolve) => (settle = resolve));
      }
    } finally {
      forgetEnd();
      forgetChange();
    }
  }

  subscribe(runId: string, listener: (change: RunChange) => void): () => void {
    return this.changes.subscribe(runId, listener);
  }

  subscribeAll(listener: (change: RunChange) => void): () => void {
    return this.changes.subscribeAll(listener);
  }

  async findByWords(text: string, query: Omit<WordQuery, "words">): Promise<string[]> {
    const words = splitWords(text);
    return words.length === 0 ? [] : findWords(this.store.pool, { ...query, words });
  }

  readStep(runId: string, stepId: string): Promise<StepRecord | undefined> {
    return readStep(this.store, runId, stepId);
  }

  async readSteps(runId: string): Promise<ReadonlyMap<string, { readonly input: unknown; readonly output: unknown }>> {
    const rows = await this.store.readStepValues(runId);
    const variables = rows[0] && readVariables(rows[0].variables);
    const values = await Promise.all(
      rows.map(async ({ stepId, input, output, data }) => {
        const [first] = input ? await unpackArguments(new Uint8Array(input), runId) : [];
        const shown = hideMarkers(first, variables);
        const value = output ? await unpackValue(new Uint8Array(output), runId) : undefined;
        return [stepId, { input: shown, output: unpinned(value, data) }] as const;
      }),
    );
    return new Map(values);
  }

  attend(): (until: { readonly untilMs: number; readonly lookAheadMs: number }) => Promise<void> {
    this.#attended++;
    if (this.#onDemand) this.#rest = this.#rest.then(() => this.#awake());
    const awake = this.#rest;
    return async ({ untilMs, lookAheadMs }) => {
      try {
        await awake;
        for (let quiet = 0; quiet < QUIET_LOOKS && !this.stopping && Date.now() < untilMs; await sleep(LOOK_MS)) {
          quiet = this.#live.size + this.#reserved > 0 || (await this.#isDueWithin(lookAheadMs)) ? 0 : quiet + 1;
        }
      } finally {
        this.#attended--;
      }
      if (this.#onDemand && this.#attended === 0 && !this.stopping) await (this.#rest = this.#rest.then(() => this.#goToRest()));
    };
  }

  get #onDemand(): boolean {
    return this.#options.onDemand === true;
  }

  async #awake(): Promise<void> {
    if (this.stopping || this.#session.connected) return;
    await this.#session.open().catch(() => this.#session.reopen());
    await this.#work();
  }

  /** Holds nothing any more, no run and no lock, so that this process may be frozen where it stands. */
  async #goToRest(): Promise<void> {
    if (this.#attended > 0) return;
    this.#resting = true;
    try {
      // A beat that had begun may have taken something up.
      await this.#beating;
      await this.#handBack([...this.#live.values()]);
      this.changes.flush();
      await this.#words.flush().catch(() => {});
      await this.#session.pause();
      await sleep(IDLE_MS + LOOK_MS);
    } finally {
      this.#resting = false;
    }
  }

  async #isDueWithin(ms: number): Promise<boolean> {
    const next = await this.store.nextDue().catch(() => null);
    return next !== null && next.getTime() <= Date.now() + ms;
  }

  async #handBack(lives: readonly LiveRun[]): Promise<void> {
    await Promise.all(lives.map((live) => live.handBack().catch(() => live.leave())));
  }

  async health(): Promise<{ world: "ok" | "unavailable"; queueDepth: number }> {
    try {
      const queueDepth = await this.store.countDue();
      // One that rests comes back with the next request.
      const works = this.#session.connected || (this.#onDemand && this.#attended === 0);
      return { world: works ? "ok" : "unavailable", queueDepth };
    } catch {
      return { world: "unavailable", queueDepth: 0 };
    }
  }

  async stop(timeoutMs = 10_000): Promise<void> {
    if (this.stopping) return;
    this.stopping = true;
    clearInterval(this.#beat);
    clearTimeout(this.#alarm);
    await this.#beating;
    await this.#handBack([...this.#live.values()].filter((live) => !live.busy));
    const controller = new AbortController();
    await Promise.race([Promise.all(this.#drives), sleep(timeoutMs, undefined, { signal: controller.signal }).catch(() => {})]);
    controller.abort();
    await this.#handBack([...this.#live.values()]);
    this.changes.flush();
    await this.#words.flush().catch(() => {});
    this.#words.stop();
    await this.#session.close();
    await this.store.pool.end();
  }

  // What a run asks of its worker.

  async runStep(step: RuntimeStep, input: unknown, context: ChildContext, variables: RunVariables | undefined): Promise<unknown> {
    if (step.kind === "child") return this.#startChild(step, input, context);
    const secrets = await findSecrets(step, variables, context.workspaceId, this.#options.variables);
    return this.#options.stepRunner.run(step, input, secrets.size === 0 ? context : { ...context, secrets });
  }

  childAwaited(childRunId: string): void {
    this.#settleChildren(childRunId);
  }

  notifyWait(): void {
    this.#notify();
  }

  left(run: LiveRun): void {
    if (this.#live.get(run.id) === run) this.#live.delete(run.id);
    if (this.#backlog && !this.stopping) this.#claim().catch(() => {});
  }

  survived(run: LiveRun): void {
    if (!this.#convalescent.delete(run.id)) return;
    if (this.#suspect === run.id) this.#suspect = undefined;
    this.store.forgetCrashes(run.id).catch(() => {});
    if (!this.stopping) this.#claimSuspect().catch(() => {});
  }

  ended(run: LiveRun, ended: EndedRun, atOnce: boolean): void {
    this.changes.end(ended);
    // Nothing can wait for the end of a run that nobody has heard of: only who started it, in a moment.
    if (atOnce) this.#ended.set(run.id, ended);
    else this.#settleChildren(run.id);
  }

  // Taking work.

  async #work(): Promise<void> {
    if (this.stopping || !this.#session.connected || (this.#onDemand && (this.#attended === 0 || this.#resting))) return;
    try {
      if ((await this.store.freeOrphans()) > 0) this.#backlog = true;
      await this.#freeStrays();
      await this.#claim();
      await this.#claimSuspect();
      await fireSchedules(this.store.pool, (options) => this.startRun(options));
      this.#settleChildren(null);
      this.#notify();
      this.#words.flush().catch(() => {});
      this.#session.alone = (await this.store.countAlive()) <= 1;
      await this.#setAlarm();
    } catch (error) {
      if (!this.stopping) console.error("[weft] The database did not answer; trying again.", error);
    }
  }

  /** Runs that the database gave to this worker in an answer that got lost. */
  async #freeStrays(): Promise<void> {
    const held = (await this.store.findHeld(this.id)).filter((id) => !this.#live.has(id));
    // A run that is just being started or taken up is not yet held in memory: it would be by the next beat.
    for (const id of held) if (this.#strays.has(id)) await this.store.releaseRun(id, this.id, null, new Date(), "pending");
    this.#strays = new Set(held);
  }

  /** Between two beats, sleeps end on time. */
  async #setAlarm(): Promise<void> {
    clearTimeout(this.#alarm);
    const next = await this.store.nextWake();
    const left = (next?.getTime() ?? Infinity) - Date.now();
    if (left < 2 * BEAT_MS) this.#alarm = setTimeout(() => void this.#claim().catch(() => {}), Math.max(1, left)).unref();
  }

  async #claim(runId: string | null = null): Promise<void> {
    for (let more = true; more && !this.stopping;) {
      const room = this.#room();
      if (room <= 0) return;
      // Never all the room there is: a start that comes meanwhile would have to go through the database.
      const slots = this.#reserve(runId === null ? Math.ceil(room / 2) : 1);
      try {
        const claimed = await this.store.claimRuns(this.id, slots.count, runId);
        more = runId === null && claimed.length === slots.count;
        if (runId === null) this.#backlog = more;
        await Promise.all(claimed.map((id) => this.#resume(id)));
      } finally {
        slots.free();
      }
    }
  }

  /** How many more runs this worker may hold. */
  #room(): number {
    if (this.#onDemand && (this.#attended === 0 || this.#resting || !this.#session.connected)) return 0;
    return this.#limit - this.#live.size - this.#reserved;
  }

  /** Keeps room for runs that are on their way into memory: what is counted before an await is gone after it. */
  #reserve(count: number): { readonly count: number; free(): void } {
    this.#reserved += count;
    return { count, free: () => (this.#reserved -= count) };
  }

  /** One at a time, so that only the guilty one is there when the process dies again. */
  async #claimSuspect(): Promise<void> {
    if (this.#suspect !== undefined || this.stopping || this.#room() <= 0) return;
    this.#suspect = "claiming";
    try {
      this.#suspect = await this.store.claimSuspect(this.id);
      if (this.#suspect !== undefined) await this.#resume(this.#suspect);
    } finally {
      if (this.#suspect === undefined || !this.#convalescent.has(this.#suspect)) this.#suspect = undefined;
    }
  }

  async #resume(runId: string): Promise<void> {
    try {
      const run = await this.store.findRun(runId);
      if (!run || run.owner !== this.id) return;
      if (run.crashes >= MOST_CRASHES) return await this.#giveUp(run);
      if (run.crashes > 0) this.#convalescent.add(runId);
      // Held here before, then taken by another while this process was cut off: what is in memory may be old.
      this.#live.get(runId)?.leave();
      const [version, rows, open] = await Promise.all([
        this.#version(run.versionId),
        this.store.readEvents(runId),
        this.store.readOpenSteps(runId),
      ]);
      const reuse = await this.#reuseOf(version, run);
      const steps = new Map(open.map((step) => [step.stepId, step]));
      this.#hold(
        new LiveRun(this, version, await toSdkRun(run), {
          workspaceId: run.workspaceId,
          rows,
          open: steps,
          birth: new Birth(this.store),
          variables: readVariables(run.variables),
          reuse,
        }),
      );
      this.#troubles.delete(runId);
    } catch (error) {
      this.#convalescent.delete(runId);
      // A connection that was cut is there again in a moment; what is wrong with the run itself is not mended by asking often.
      const troubles = this.#troubles.get(runId) ?? 0;
      this.#troubles.set(runId, troubles + 1);
      console.error(`[weft] Run ${runId} could not be taken up; trying again.`, error);
      const again = new Date(Date.now() + Math.min(10_000, 200 * 4 ** troubles));
      await this.store.releaseRun(runId, this.id, null, again, "pending").catch(() => {});
    }
  }

  /** Ends a run that has killed its process again and again before it got anywhere. */
  async #giveUp({ id: runId }: RunRow): Promise<void> {
    const error = { name: "ServerDied", message: `The server died ${MOST_CRASHES} times while it took up this run, so it was given up.` };
    const seq = await this.store.endRun(runId, this.id, { status: "failed", error, at: new Date() });
    if (seq === undefined) return;
    this.changes.end({ runId, status: "failed", result: null, error });
    this.#settleChildren(runId);
  }

  #hold(live: LiveRun): void {
    this.#live.set(live.id, live);
    const drive = live.drive().finally(() => this.#drives.delete(drive));
    this.#drives.add(drive);
  }

  #woken(runId: string): void {
    const live = this.#live.get(runId);
    if (live) live.poke().catch(() => live.wake());
    else if (!this.stopping) this.#claim(runId).catch(() => {});
  }

  #reuseOf(version: LoadedVersion, run: Parameters<typeof Reuse.load>[2]): Promise<Reuse | undefined> {
    return Reuse.load(this.store, version, run, (versionId) => this.#version(versionId));
  }

  #version(versionId: string): Promise<LoadedVersion> {
    const known = this.#versions.get(versionId);
    if (known) return known;
    const loading = this.#loadVersion(versionId);
    this.#versions.set(versionId, loading);
    loading.catch(() => this.#versions.delete(versionId));
    return loading;
  }

  async #loadVersion(versionId: string): Promise<LoadedVersion> {
    const row = await this.store.findVersion(versionId);
    if (!row) throw new AppError("not_found", `There is no version ${versionId}.`);
    const steps = storedSteps.parse(row.steps);
    return {
      id: row.id,
      workflowId: row.workflowId,
      sdkName: `weft/${row.workflow}/${row.sha256}`,
      replay: await createReplayHandler(row.bundle),
      steps: new Map(steps.map((step) => [step.node, step])),
      nodes: storedNodes.parse(row.nodes),
      variables: variablesOf(row.variables, steps),
      waitsInTurn: row.bundle.includes(WAITS_IN_TURN),
    };
  }

  async #existing(options: StartOptions, version: LoadedVersion): Promise<StartedRun> {
    const id = await this.store.findRunByKey(options.workspaceId, version.workflowId, options.idempotencyKey ?? "");
    if (id === undefined) throw new AppError("unavailable", "The run could not be created.", { hint: "Try again." });
    return { runId: id, created: false };
  }

  // Children, answers, news.

  async #startChild(step: RuntimeStep, input: unknown, context: ChildContext): Promise<{ runId: string }> {
    const versionId = await this.store.findLiveVersion(context.workspaceId, step.workflow ?? "");
    if (versionId === undefined)
      throw Object.assign(new Error(`There is no published workflow "${step.workflow ?? ""}" to call.`), { name: "FatalError" });
    if ((await this.store.countCallers(context.runId, MOST_CALLERS)) >= MOST_CALLERS)
      throw Object.assign(new Error(`Workflows call one another more than ${MOST_CALLERS} deep.`), { name: "FatalError" });
    const { runId } = await this.startRun({
      workspaceId: context.workspaceId,
      versionId,
      input,
      trigger: "child",
      parentRunId: context.runId,
      idempotencyKey: `child:${context.idempotencyKey}`,
      ...(context.continues === undefined ? {} : { rerun: { of: context.continues, from: "failed" } }),
    });
    if (context.signal.aborted) await this.cancel(runId);
    return { runId };
  }

  /** Tells the callers of a run that has ended, or of every such run. */
  #settleChildren(childRunId: string | null): void {
    const settle = async () => {
      for (const hook of await this.store.findEndedChildren(childRunId)) {
        const child = await this.store.findRun(hook.childRunId);
        const ended = child && presentEnd(child);
        if (!ended) continue;
        const error = ended.error?.message ?? `The called workflow was ${ended.status}.`;
        const shown = ended.status === "completed" ? ended.result : error;
        await this.#answer(hook, { status: ended.status, result: ended.result, error }, shown);
      }
    };
    settle().catch(() => {});
  }

  async #answer(hook: { runId: string; hookId: string }, payload: unknown, shown = payload): Promise<boolean> {
    const reply = { payload: await packValue(payload, hook.runId), preview: previewOf(shown) };
    const answered = await this.store.answerHook(hook.runId, hook.hookId, reply, new Date());
    if (answered) this.#nudge(hook.runId, answered.owner);
    return answered !== undefined;
  }

  /** There is something new in a run's log. */
  #nudge(runId: string, owner: number | null): void {
    if (owner === this.id || (owner === null && this.#limit > this.#live.size)) this.#woken(runId);
    else this.#session.wakeOthers(runId);
  }

  #notify(): void {
    const { publicUrl, stepRunner } = this.#options;
    if (!this.stopping) notifyWaits(this.store.pool, stepRunner, publicUrl ?? "http://127.0.0.1:3000").catch(() => {});
  }

  #publish(changes: readonly RunChange[]): void {
    if (this.#limit > 0) for (const change of changes) this.#words.note(change);
    if (!this.#session.alone) this.#session.publish(changes);
  }
}

let listening = false;

/** The SDK searches its process for a listening port before each replay, 20 ms long, until it has found one. */
function listenSomewhere(): void {
  if (listening) return;
  listening = true;
  createServer((socket) => socket.destroy())
    .listen(0, "127.0.0.1")
    .unref();
}

const storedError = z.looseObject({ message: z.string() });
const storedResponse = z.object({ status: z.number(), headers: z.record(z.string(), z.string()) });

/** A stored run as it ended; undefined while it has not. */
function presentEnd(run: RunRow): EndedRun | undefined {
  if (run.status !== "completed" && run.status !== "failed" && run.status !== "cancelled") return undefined;
  return {
    runId: run.id,
    status: run.status,
    result: run.result ?? null,
    ...(run.response === null ? {} : { response: storedResponse.parse(run.response) }),
    ...(run.error === null ? {} : { error: storedError.parse(run.error) }),
  };
}
