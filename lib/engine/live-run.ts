// Over 400 lines: one run's whole state in this process, and every way it changes.
import { setTimeout as sleep } from "node:timers/promises";

import { EntityConflictError, RunExpiredError, WorkflowWorldError } from "@workflow/errors";
import type { CreateEventRequest, Event, EventResult, WorkflowRun } from "@workflow/world";

import { stepError } from "../../plugins/kit/step-error.ts";
import type { Birth } from "./birth.ts";
import type { RunVariables, VersionVariables } from "./run-variables.ts";
import type { Changes } from "./changes.ts";
import type { EndedRun, LogLine, RunError, RuntimeStep } from "./contract.ts";
import { createToken } from "./create-id.ts";
import { Leg, type LegRun, watchReads } from "./leg.ts";
import {
  packArguments,
  packValue,
  type ReplayHandler,
  unpackArguments,
  unpackResult,
  unpackValue,
  withSurroundings,
  WORKFLOW_QUEUE,
} from "./sdk.ts";
import { toSdkEvents, toTurnEvents } from "./sdk-events.ts";
import { previewOf, usageOf } from "./step-facts.ts";
import { DEFAULT_RETRIES, describeFailure, nextAttemptAt } from "./step-failure.ts";
import { keyOf, type Reuse } from "./reuse.ts";
import type { EventRow, NewEvent, RunEnd, StepChange, Store } from "./store.ts";
import { splitResponse } from "./split-response.ts";
import { turnIdOf } from "./vm/bridge.ts";
import { createReplayWorld, type ReplayedRun } from "./world.ts";

/** A version as a worker holds it: ready to replay runs of it. */
export interface LoadedVersion {
  readonly id: string;
  readonly workflowId: string;
  readonly sdkName: string;
  readonly replay: ReplayHandler;
  readonly steps: ReadonlyMap<string, RuntimeStep>;
  readonly nodes: Readonly<Record<string, { readonly kind: string }>>;
  readonly variables: VersionVariables;
  /** Sleeps end one at a time, in the order of the log. */
  readonly waitsInTurn: boolean;
}

/** What a run needs of the worker that holds it. */
export interface Worker {
  readonly id: number;
  readonly store: Store;
  readonly changes: Changes;
  readonly stopping: boolean;
  runStep(
    step: RuntimeStep,
    input: unknown,
    context: {
      runId: string;
      workspaceId: string;
      node: string;
      stepId: string;
      attempt: number;
      idempotencyKey: string;
      signal: AbortSignal;
      job?: unknown;
      print(lines: readonly LogLine[]): void;
      continues?: string;
    },
    variables: RunVariables | undefined,
  ): Promise<unknown>;
  /** The run waits for the end of a run it called. */
  childAwaited(childRunId: string): void;
  notifyWait(runId: string, hookId: string): void;
  left(run: LiveRun): void;
  /** The run has been replayed to where it was, and this process is still there. */
  survived(run: LiveRun): void;
  /** `atOnce`: before whoever started it was told of it. */
  ended(run: LiveRun, ended: EndedRun, atOnce: boolean): void;
}

interface Call {
  readonly node: string;
  readonly controller: AbortController;
  /** While an attempt is under way: writes down that it is, which otherwise waits until it has taken a while. */
  show?: (() => Promise<void>) | undefined;
}

/** A change on its way to the database; `done` is called when it is there, or never will be. */
interface Pending {
  readonly change: StepChange;
  readonly done: () => void;
}

interface OpenStep {
  readonly attempt: number;
  readonly retryAfter: Date | null;
  readonly createdAt: Date;
}

/** Shorter sleeps than this keep the run in memory. */
const SHORT_WAIT_MS = 2_000;
/** A step that takes longer is shown as running. */
const SHOW_RUNNING_MS = 20;
/** A step whose process died this often while it ran is taken to be what kills it. */
const MOST_CRASHES = 20;

/** A run that this process holds: its log in memory, its steps in flight, the replay under way. */
export class LiveRun implements LegRun, ReplayedRun {
  readonly id: string;
  readonly workspaceId: string;
  readonly version: LoadedVersion;
  readonly variables: RunVariables | undefined;
  readonly events: Event[] = [];
  readonly #worker: Worker;
  readonly #world = createReplayWorld(this);
  readonly #entity: WorkflowRun;
  readonly #birth: Birth;
  readonly #starts = new Map<number, string>();
  readonly #stepEvents = new Map<string, Event[]>();
  readonly #calls = new Map<string, Call>();
  readonly #open: Map<string, OpenStep>;
  /** Attempts that the log says have failed. */
  readonly #failures = new Map<string, Set<number>>();
  readonly #failedSteps: { error: RunError; encoded: string }[] = [];
  readonly #waits = new Map<string, Date>();
  readonly #hooks = new Set<string>();
  /** Whose waits are which, as the code says before it makes them. */
  readonly #places = new Map<string, { readonly node: string; readonly n: number }>();
  readonly #reuse: Reuse | undefined;
  #seq: number;
  #leg: Leg | undefined;
  #message: object;
  #dirty = false;
  #wakeUp: () => void = () => {};
  #queue: Pending[] = [];
  #flushing = false;
  #pausing = 0;
  #over = false;
  #survived = false;
  #stop: () => void = () => {};
  readonly #stopped: Promise<void>;

  constructor(
    worker: Worker,
    version: LoadedVersion,
    entity: WorkflowRun,
    from: {
      workspaceId: string;
      rows: readonly EventRow[];
      open: Map<string, OpenStep>;
      birth: Birth;
      variables: RunVariables | undefined;
      reuse: Reuse | undefined;
    },
  ) {
    this.#worker = worker;
    this.version = version;
    this.#entity = entity;
    this.id = entity.runId;
    this.workspaceId = from.workspaceId;
    this.variables = from.variables;
    this.#open = from.open;
    this.#birth = from.birth;
    this.#reuse = from.reuse;
    this.#seq = 0;
    this.#message = { runId: this.id };
    this.#stopped = new Promise((resolve) => (this.#stop = resolve));
    for (const row of from.rows) this.#append(row);
  }

  /** Replays until the run has ended, only waits, or is no longer ours. */
  async drive(): Promise<void> {
    let troubles = 0;
    while (!this.#over) {
      this.#dirty = false;
      try {
        const again = await this.#replay();
        troubles = 0;
        if (this.#over) return;
        void this.#birth.ensure();
        if (this.#worker.stopping && this.#calls.size === 0) return await this.#release(new Date(), "pending");
        if (again || this.#dirty) continue;
        await this.#rest();
      } catch (error) {
        if (this.#over) return;
        // The database is away, or something in it is: nothing is lost, since nothing but the log counts.
        if (troubles === 0) console.error(`[weft] Run ${this.id} could not go on; trying again.`, error);
        await sleep(Math.min(5_000, 50 * 2 ** troubles++), undefined, { ref: false });
        await this.#catchUp().catch(() => {});
      }
    }
  }

  /** Something has happened outside: look at the log again. */
  async poke(): Promise<void> {
    if (this.#over) return;
    await this.#catchUp();
    this.wake();
  }

  wake(): void {
    this.#dirty = true;
    this.#wakeUp();
  }

  /** Forgets the run: it has ended elsewhere, or another worker holds it. */
  leave(): void {
    if (this.#over) return;
    this.#over = true;
    this.#leg?.close();
    for (const call of this.#calls.values()) call.controller.abort(new Error("The run is over."));
    for (const { done } of this.#queue.splice(0)) done();
    this.#stop();
    this.#wakeUp();
    this.#survive();
    this.#worker.left(this);
  }

  #survive(): void {
    if (this.#survived) return;
    this.#survived = true;
    this.#worker.survived(this);
  }

  /** Steps run right now; one that pauses before its next attempt does not. */
  get busy(): boolean {
    return this.#calls.size > this.#pausing;
  }

  #handBackWhenIdle(): void {
    if (!this.busy) this.handBack().catch(() => {});
  }

  /** Gives the run back, whatever it is doing, to be taken up again. */
  async handBack(): Promise<void> {
    if (this.#over) return;
    await this.#birth.ensure();
    await this.#worker.store.releaseRun(this.id, this.#worker.id, null, new Date(), "pending");
    this.leave();
  }

  // What the SDK asks of its world.

  async record(data: CreateEventRequest): Promise<EventResult> {
    if (this.#over) throw new RunExpiredError(`The run ${this.id} is over.`);
    switch (data.eventType) {
      case "run_started":
        return { run: this.#entity, events: this.#watched(), cursor: String(this.events.length), hasMore: false };
      case "run_completed":
        return this.#complete(data.eventData.output);
      case "run_failed":
        return this.#fail(data.eventData.error as { message?: string } | string, data.eventData.errorCode);
      case "hook_created":
        return this.#createHook(data.correlationId, data.eventData.token, data.eventData.metadata);
      case "hook_disposed":
        return this.#transition((store, worker) => store.disposeHook(this.id, worker, data.correlationId, new Date()));
      case "wait_created":
        return this.#createWait(data.correlationId, data.eventData.resumeAt);
      case "wait_completed": {
        const resumeAt = data.eventData?.resumeAt ?? this.#waits.get(data.correlationId) ?? new Date();
        return this.#transition((store, worker) => store.completeWait(this.id, worker, data.correlationId, resumeAt, new Date()));
      }
      default:
        throw new WorkflowWorldError(`A run that Weft replays records no ${data.eventType} through the SDK.`);
    }
  }

  listFrom(cursor: string | undefined): { data: Event[]; cursor: string; hasMore: boolean } {
    return { data: this.events.slice(Number(cursor ?? 0)), cursor: String(this.events.length), hasMore: false };
  }

  /** The replay has come to its end: what has not reached the code by now needs another one. */
  suspended(): void {
    if (this.#leg?.close()) this.wake();
  }

  /** The SDK wants the run replayed again: after a divergence, with what it remembers of it. */
  enqueue(message: object): void {
    const blamed = "replayDivergence" in message && !this.#leg?.pending;
    this.#message = blamed ? message : { runId: this.id };
    this.wake();
  }

  // What the code in the VM asks, through its leg.

  stepAt(index: number): string | undefined {
    return this.#starts.get(index);
  }

  hasOutcome(stepId: string): boolean {
    return this.#stepEvents.has(stepId);
  }

  rename(stepId: string, correlationId: string): void {
    for (const event of this.#stepEvents.get(stepId) ?? []) event.correlationId = correlationId;
  }

  /** Should the run fail with this message, it failed at this node. */
  noteFailure(node: string, encoded: string): void {
    this.#failedSteps.push({ error: { node, ...stepError(new Error(encoded)) }, encoded });
  }

  place(correlationId: string, node: string, n: number): void {
    this.#places.set(correlationId, { node, n });
  }

  abandon(sdkToken: string): void {
    if (!this.#hooks.delete(sdkToken)) return;
    this.#worker.store.closeHook(this.id, sdkToken).catch(() => this.#hooks.add(sdkToken));
  }

  execute(stepId: string, node: string, args: readonly unknown[], vmGlobal: Record<string, unknown>): void {
    if (this.#calls.has(stepId) || this.#over) return;
    this.#survive();
    // What is in flight may end; nothing new begins.
    if (this.#worker.stopping) return this.#handBackWhenIdle();
    const call: Call = { node, controller: new AbortController() };
    this.#calls.set(stepId, call);
    void this.#birth.ensure();
    // Copied before the first await: the code may go on to change what it passed.
    const packed = packArguments(args, this.id, vmGlobal);
    void this.#attempt(stepId, call, packed).finally(() => {
      this.#calls.delete(stepId);
      if (this.#worker.stopping) return this.#handBackWhenIdle();
      if (this.#leg?.open) this.#leg.turn();
      else this.wake();
    });
  }

  async #attempt(stepId: string, call: Call, packing: Promise<Uint8Array>): Promise<void> {
    const step = this.version.steps.get(call.node);
    const earlier = this.#open.get(stepId);
    this.#open.delete(stepId);
    const createdAt = earlier?.createdAt ?? new Date();
    let packed: Uint8Array | undefined;
    let attempt = earlier?.attempt ?? 0;
    if (earlier?.retryAfter) await this.#pause(earlier.retryAfter);
    for (;;) {
      attempt++;
      const startedAt = new Date();
      const change = { stepId, node: call.node, attempt, createdAt, startedAt };
      // Enough to make the step's row again from the log alone.
      const facts = { node: call.node, attempt, createdAt: createdAt.toISOString(), startedAt: startedAt.toISOString() };
      const running = {
        ...change,
        status: "running" as const,
        error: undefined,
        retryAfter: undefined,
        completedAt: undefined,
        event: undefined,
      };
      const logs: LogLine[] = [];
      const show = setTimeout(() => void this.#commit({ ...running, input: packed }), SHOW_RUNNING_MS);
      try {
        packed = await packing;
        const args = await unpackArguments(packed, this.id);
        const [input, options] = args;
        if (!(await this.#birth.ensure())) return this.leave();
        if (this.#over) return;
        const failures = this.#failures.get(stepId)?.size ?? 0;
        if (attempt - failures > MOST_CRASHES)
          throw Object.assign(new Error("The server died each time this step ran."), { name: "FatalError" });
        if (!step) throw Object.assign(new Error(`This version has no step "${call.node}".`), { name: "FatalError" });
        const taken = await this.#reuse?.takeStep(stepId, call.node, args, this.variables);
        const job = (options as { job?: unknown } | undefined)?.job;
        const context = {
          runId: this.id,
          workspaceId: this.workspaceId,
          node: call.node,
          stepId,
          attempt,
          idempotencyKey: taken?.idempotencyKey ?? keyOf(this.id, stepId),
          signal: call.controller.signal,
          print: (lines: readonly LogLine[]) => void logs.push(...lines),
          ...(job === undefined ? {} : { job }),
          ...(taken?.continues === undefined ? {} : { continues: taken.continues }),
        };
        const reused = taken?.outcome;
        const known = packed;
        if (!reused)
          call.show = () => {
            clearTimeout(show);
            return this.#commit({ ...running, input: known });
          };
        const value = reused ? reused.value : await this.#worker.runStep(step, input, context, this.variables);
        const payload = await packValue(value, this.id);
        clearTimeout(show);
        call.show = undefined;
        const at = new Date();
        const data = { ...facts, ...outcomeFacts(step, input, value), ...(reused ? { reused: reused.from } : {}) };
        const event = { type: "weft_step", correlationId: stepId, data, input: packed, payload, logs, createdAt: at };
        return await this.#commit({
          ...change,
          status: "completed",
          input: undefined,
          error: undefined,
          retryAfter: undefined,
          completedAt: at,
          event,
        });
      } catch (thrown) {
        clearTimeout(show);
        call.show = undefined;
        if (this.#over || (call.controller.signal.aborted && this.#worker.stopping)) return;
        const failure = describeFailure(thrown, call.node);
        const failures = (this.#failures.get(stepId)?.size ?? 0) + 1;
        const at = new Date();
        if (failure.fatal || failures > (step?.policy?.retries ?? DEFAULT_RETRIES)) {
          const event = {
            type: "weft_step",
            correlationId: stepId,
            data: { ...facts, error: failure.encoded },
            input: packed,
            logs,
            createdAt: at,
          };
          return await this.#commit({
            ...change,
            status: "failed",
            input: undefined,
            error: failure.error,
            retryAfter: undefined,
            completedAt: at,
            event,
          });
        }
        const retryAfter = nextAttemptAt(failure, failures);
        const event = { type: "weft_attempt", correlationId: stepId, data: { ...facts, error: failure.encoded }, logs, createdAt: at };
        await this.#commit({
          ...change,
          status: "retrying",
          input: packed,
          error: failure.error,
          retryAfter,
          completedAt: undefined,
          event,
        });
        await this.#pause(retryAfter);
        if (this.#over) return;
      }
    }
  }

  async #pause(until: Date): Promise<void> {
    const controller = new AbortController();
    this.#pausing++;
    if (this.#worker.stopping) this.#handBackWhenIdle();
    await Promise.race([
      sleep(Math.max(0, until.getTime() - Date.now()), undefined, { signal: controller.signal, ref: false }).catch(() => {}),
      this.#stopped,
    ]);
    this.#pausing--;
    controller.abort();
  }

  // Transitions.

  /** Resolves once the change is committed, together with whatever else of this run became known meanwhile. */
  #commit(change: StepChange): Promise<void> {
    if (this.#over) return Promise.resolve();
    return new Promise((done) => {
      // A later word on the same step in the same statement says all that an earlier one does, unless that is an event of its own.
      this.#queue = this.#queue.filter((queued) => {
        const superseded = queued.change.stepId === change.stepId && !queued.change.event;
        if (superseded) queued.done();
        return !superseded;
      });
      this.#queue.push({ change, done });
      if (!this.#flushing) {
        this.#flushing = true;
        setImmediate(() => void this.#flush());
      }
    });
  }

  async #flush(): Promise<void> {
    if (!(await this.#birth.ensure())) return this.leave();
    for (let troubles = 0; this.#queue.length > 0 && !this.#over;) {
      const batch = this.#takeBatch();
      const changes = batch.map(({ change }) => change);
      let committed = false;
      try {
        const seq = await this.#worker.store.commitSteps(this.id, this.#worker.id, this.#seq, changes, new Date());
        committed = seq !== undefined;
        if (seq === undefined) await this.#catchUp();
        else
          await this.#advance(
            seq,
            changes.flatMap((change) => (change.event ? [change.event] : [])),
          );
      } catch {
        if (this.#over) return;
        await sleep(Math.min(2_000, 25 * 2 ** troubles++), undefined, { ref: false });
        // The statement may have been committed before its answer was lost.
        await this.#catchUp().catch(() => {});
      }
      if (this.#over && !committed) return;
      const isDone = ({ change }: Pending): boolean => committed || this.#isLogged(change);
      this.#queue.unshift(...batch.filter((pending) => !isDone(pending)));
      for (const { change, done } of batch.filter(isDone)) {
        this.#worker.changes.emit({
          runId: this.id,
          status: "running",
          node: change.node,
          step: { status: change.status, attempt: change.attempt },
        });
        done();
      }
    }
    this.#flushing = false;
  }

  #isLogged({ stepId, attempt }: StepChange): boolean {
    return this.#stepEvents.has(stepId) || this.#failures.get(stepId)?.has(attempt) === true;
  }

  /** A step may be in a statement only once. */
  #takeBatch(): Pending[] {
    const taken = new Set<string>();
    const later: Pending[] = [];
    const batch = this.#queue.splice(0).filter((queued) => {
      if (taken.has(queued.change.stepId)) {
        later.push(queued);
        return false;
      }
      taken.add(queued.change.stepId);
      return true;
    });
    this.#queue = later;
    return batch;
  }

  /** Takes up what was just committed as `seq`; events of others that came in between are read from the database. */
  async #advance(seq: number, events: readonly NewEvent[]): Promise<void> {
    if (seq - events.length !== this.#seq) return this.#catchUp();
    for (const event of events) this.#append({ ...event, seq: this.#seq + 1 });
  }

  async #catchUp(): Promise<void> {
    await this.#birth.ensure();
    const run = await this.#worker.store.findRun(this.id);
    if (!run || run.owner !== this.#worker.id) return this.leave();
    for (const row of await this.#worker.store.readEvents(this.id, this.#seq)) this.#append(row);
  }

  #append(row: EventRow): void {
    if (row.seq <= this.#seq) return;
    this.#seq = row.seq;
    this.#reuse?.note(row);
    const id = row.correlationId ?? "";
    const events = toSdkEvents(this.id, row);
    if (row.type === "weft_step") {
      // The log keeps a step's first outcome; a second one would be for nobody.
      if (this.#stepEvents.has(id)) return;
      this.#starts.set(this.events.length, id);
      this.#stepEvents.set(id, events);
      const { node, error } = row.data as { node: string; error?: string };
      if (error !== undefined) this.noteFailure(node, error);
    }
    if (row.type === "weft_attempt")
      this.#failures.set(id, (this.#failures.get(id) ?? new Set()).add((row.data as { attempt: number }).attempt));
    if (row.type === "wait_created") this.#waits.set(id, new Date((row.data as { resumeAt: string }).resumeAt));
    if (row.type === "wait_completed") {
      this.#waits.delete(id);
      if (this.version.waitsInTurn) this.#appendTurn(id, row);
    }
    const token = (row.data as { token?: string } | null | undefined)?.token;
    if (row.type === "hook_created" && token !== undefined) this.#hooks.add(token);
    if ((row.type === "hook_received" || row.type === "hook_disposed") && token !== undefined) this.#hooks.delete(token);
    this.events.push(...events);
    // Written by whoever answered or woke us, and read here along with something of our own, or known from the start: the replay under
    // way may be past the point where it looks.
    if (row.type === "hook_received" || (row.type === "wait_completed" && isUnasked(row.data))) this.wake();
  }

  /** What the sleep's end in the log waits for: see the prelude's `sleepInTurn`. */
  #appendTurn(waitId: string, row: EventRow): void {
    const turnId = turnIdOf(waitId);
    const events = toTurnEvents(this.id, row, turnId);
    this.#starts.set(this.events.length, turnId);
    this.#stepEvents.set(turnId, events);
    this.events.push(...events);
  }

  async #transition(write: (store: Store, worker: number) => Promise<number | undefined>): Promise<EventResult> {
    await this.#birth.ensure();
    const seq = await write(this.#worker.store, this.#worker.id);
    if (seq === undefined) {
      await this.#catchUp();
      throw this.#over
        ? new RunExpiredError(`The run ${this.id} is over.`)
        : new EntityConflictError(`The run ${this.id} has recorded this already.`);
    }
    for (const row of await this.#worker.store.readEvents(this.id, this.#seq)) this.#append(row);
    const event = this.events.at(-1);
    return event ? { event } : {};
  }

  async #createWait(waitId: string, until: Date): Promise<EventResult> {
    const place = this.#places.get(waitId);
    const kind = place && this.#kindOfWait(place.node);
    const from = place && kind && this.#reuse?.takeSleep(place.node, kind, place.n);
    const createdAt = new Date();
    const wait = { waitId, node: place?.node, kind, resumeAt: from === undefined ? until : createdAt, createdAt, from };
    const result = await this.#transition((store, worker) => store.createWait(this.id, worker, wait));
    if (place) this.#tell(place.node);
    return result;
  }

  #kindOfWait(node: string): "sleep" | "timeout" {
    const kind = this.version.nodes[node]?.kind;
    return kind === "control.approval" || kind === "control.waitForEvent" ? "timeout" : "sleep";
  }

  #tell(node: string): void {
    this.#worker.changes.emit({ runId: this.id, status: "waiting", node, step: { status: "waiting", attempt: 1 } });
  }

  async #createHook(hookId: string, sdkToken: string, metadata: unknown): Promise<EventResult> {
    const bytes = metadata instanceof Uint8Array ? metadata : undefined;
    const facts = (bytes ? await unpackValue(bytes, this.id) : {}) as {
      node?: string;
      message?: unknown;
      notify?: unknown;
      child?: string;
    };
    const message = facts.message === undefined ? undefined : String(facts.message);
    const nodeKind = facts.node === undefined ? undefined : this.version.nodes[facts.node]?.kind;
    const kind = facts.child === undefined ? (nodeKind === "control.approval" ? "approval" : "event") : "child";
    const place = this.#places.get(hookId);
    const taken = place && kind !== "child" ? await this.#reuse?.takeAnswer(place.node, kind, place.n, message) : undefined;
    const hook = {
      hookId,
      sdkToken,
      token: createToken(),
      node: facts.node,
      kind,
      message,
      notifyUrl: facts.notify === undefined || facts.notify === null ? undefined : String(facts.notify),
      childRunId: facts.child,
      metadata: bytes,
      createdAt: new Date(),
      ...(taken ? { answer: { payload: await packValue(taken.value, this.id), preview: previewOf(taken.value), from: taken.from } } : {}),
    } as const;
    const result = await this.#transition((store, worker) => store.createHook(this.id, worker, hook));
    if (facts.child !== undefined) this.#worker.childAwaited(facts.child);
    if (hook.notifyUrl !== undefined && !taken) this.#worker.notifyWait(this.id, hookId);
    if (facts.node !== undefined) this.#tell(facts.node);
    return result;
  }

  async #complete(output: unknown): Promise<EventResult> {
    const payload = output instanceof Uint8Array ? output : undefined;
    const returned = payload ? await unpackResult(payload, this.id) : undefined;
    const { result, response } = splitResponse(returned);
    return this.#end({ status: "completed", result, response, payload, at: new Date() });
  }

  async #fail(error: { message?: string } | string, code: string | undefined): Promise<EventResult> {
    const message = (typeof error === "string" ? error : error.message) ?? "The workflow failed.";
    const step = this.#failedSteps.findLast((failed) => failed.encoded === message);
    // A call that is cut off may have been carried out: a rerun must know of it, however short it has lasted.
    // The rule takes whoever is given an error for a callback.
    // oxlint-disable-next-line promise/no-promise-in-callback
    await Promise.all([...this.#calls.values()].map((call) => call.show?.()));
    const described = step?.error ?? stepError(new Error(message));
    const named = step || code === undefined || code === "USER_ERROR" ? described : { ...described, name: code };
    return this.#end({ status: "failed", error: named, at: new Date() });
  }

  async #end(end: RunEnd): Promise<EventResult> {
    const together = this.#birth.endAtOnce(end);
    const written = together
      ? await together
      : (await this.#birth.ensure()) && (await this.#worker.store.endRun(this.id, this.#worker.id, end)) !== undefined;
    if (!written) {
      const stored = await this.#worker.store.findRun(this.id);
      this.leave();
      // Ended by another's cancel, or by this very statement before its answer was lost.
      throw new EntityConflictError(`The run ${this.id} is already ${stored?.status ?? "gone"}.`);
    }
    this.leave();
    const { result = null, response, error } = end;
    const ended = {
      runId: this.id,
      status: end.status,
      result,
      ...(response === undefined ? {} : { response }),
      ...(error === undefined ? {} : { error }),
    };
    // The parts come from splitResponse and describe the contract's own shapes.
    this.#worker.ended(this, ended as EndedRun, together !== undefined);
    return {};
  }

  // Replaying.

  #watched(): Event[] {
    return watchReads(this.events, (index) => this.#leg?.read(index));
  }

  async #replay(): Promise<boolean> {
    const message = this.#message;
    this.#message = { runId: this.id };
    const around = { world: this.#world, openLeg: (vmGlobal: Record<string, unknown>) => (this.#leg = new Leg(this, vmGlobal)) };
    try {
      const delivery = { attempt: 1, queueName: WORKFLOW_QUEUE + this.version.sdkName, messageId: this.id };
      const outcome = await Promise.race([withSurroundings(around, () => this.version.replay(message, delivery)), this.#stopped]);
      return outcome?.timeoutSeconds === 0;
    } finally {
      if (this.#leg?.close()) this.#dirty = true;
      this.#leg = undefined;
    }
  }

  /** Waits for the next thing to happen: here while steps are in flight or the wait is short, else nowhere. */
  async #rest(): Promise<void> {
    const due = Math.min(...[...this.#waits.values()].map((at) => at.getTime()));
    const left = due - Date.now();
    if (this.#calls.size > 0 || left < SHORT_WAIT_MS) return this.#idle(left);
    await this.#release(Number.isFinite(due) ? new Date(due) : null, "waiting");
  }

  async #idle(ms: number): Promise<void> {
    if (this.#dirty) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#wakeUp = resolve;
      // A timer of the platform goes no further than 24 days.
      if (Number.isFinite(ms)) timer = setTimeout(resolve, Math.min(Math.max(0, ms), 2 ** 31 - 1));
    });
    clearTimeout(timer);
    this.#wakeUp = () => {};
  }

  async #release(wakeAt: Date | null, status: "waiting" | "pending"): Promise<void> {
    await this.#birth.ensure();
    if (await this.#worker.store.releaseRun(this.id, this.#worker.id, this.#seq, wakeAt, status)) {
      this.leave();
      this.#worker.changes.emit({ runId: this.id, status });
    } else await this.#catchUp();
  }
}

/** It ended without the replay's own doing. */
function isUnasked(data: unknown): boolean {
  return typeof data === "object" && data !== null && ("woken" in data || "reused" in data);
}

/** What people are shown of an outcome without reading it whole. */
function outcomeFacts(step: RuntimeStep, input: unknown, value: unknown): object {
  if (step.kind === "child") {
    const started = value as { readonly runId: string } | { readonly pinned: unknown };
    return "pinned" in started ? { child: null, preview: previewOf(started.pinned) } : { child: started.runId };
  }
  const usage = usageOf(step, input, value);
  return { preview: previewOf(value), ...(usage ? { usage } : {}) };
}
