import type { Event } from "@workflow/world";

import type { RunVariables } from "./run-variables.ts";
import type { HostLeg } from "./vm/bridge.ts";

/** What a leg asks of the run it replays. */
export interface LegRun {
  readonly events: Event[];
  readonly variables: RunVariables | undefined;
  /** The step whose events begin at this place of the log. */
  stepAt(index: number): string | undefined;
  hasOutcome(stepId: string): boolean;
  execute(stepId: string, node: string, args: readonly unknown[], vmGlobal: Record<string, unknown>): void;
  rename(stepId: string, correlationId: string): void;
  /** The node's `n`-th wait, a sleep or for an answer, goes by this correlation id. */
  place(correlationId: string, node: string, n: number): void;
  abandon(sdkToken: string): void;
  noteFailure(node: string, message: string): void;
}

/**
 * One replay of a run, seen from the host. The SDK's event consumer reads the log from front to back and waits at the first
 * event that the code has not asked for; a step is released into the code exactly when the consumer waits at its events.
 * So results arrive in the order of the log, in a first run and in every replay of it, and the code draws the same ids.
 */
export class Leg implements HostLeg {
  readonly #run: LegRun;
  readonly #vmGlobal: Record<string, unknown>;
  readonly #waiting = new Map<string, () => void>();
  /** Waits so far, by node and kind. */
  readonly #waits = new Map<string, number>();
  /** Where the consumer is. */
  #position = -1;
  /** Up to where the log's waits and hooks have been allowed for. */
  #settled = 0;
  #releasing = false;
  #closed = false;

  constructor(run: LegRun, vmGlobal: Record<string, unknown>) {
    this.#run = run;
    this.#vmGlobal = vmGlobal;
  }

  get variables(): RunVariables | undefined {
    return this.#run.variables;
  }

  call(stepId: string, node: string, args: readonly unknown[], release: () => void): void {
    if (this.#closed) return;
    this.#waiting.set(stepId, release);
    if (this.#run.hasOutcome(stepId)) this.turn();
    else this.#run.execute(stepId, node, args, this.#vmGlobal);
  }

  bind(stepId: string, correlationId: string): void {
    this.#run.rename(stepId, correlationId);
  }

  waits(node: string, correlationId: string): void {
    const key = `${correlationId.slice(0, correlationId.indexOf("_"))} ${node}`;
    const n = this.#waits.get(key) ?? 0;
    this.#waits.set(key, n + 1);
    this.#run.place(correlationId, node, n);
  }

  queue(turnId: string, release: () => void): void {
    if (this.#closed) return;
    this.#waiting.set(turnId, release);
    if (this.#run.hasOutcome(turnId)) this.turn();
  }

  delivered(_stepId: string): void {
    this.#releasing = false;
    this.turn();
  }

  abandoned(sdkToken: string): void {
    if (!this.#closed) this.#run.abandon(sdkToken);
  }

  childFailed(node: string, message: string): void {
    if (!this.#closed) this.#run.noteFailure(node, message);
  }

  /** The consumer looks at the event at `index`. */
  read(index: number): void {
    this.#position = index;
    if (this.#waiting.size > 0) this.turn();
  }

  /** Releases the step at which the consumer waits, if the code has called it, once the code has come to rest. */
  turn(): void {
    if (this.#releasing || this.#closed) return;
    const stepId = this.#run.stepAt(this.#position);
    const release = stepId === undefined ? undefined : this.#waiting.get(stepId);
    if (stepId === undefined || !release) return;
    this.#releasing = true;
    this.#rest(this.#deliveriesSince(), () => {
      if (this.#closed) return;
      this.#waiting.delete(stepId);
      release();
    });
  }

  /** A step was called whose outcome the log holds, and has not been released: the code is not to blame for a divergence. */
  get pending(): boolean {
    return this.#releasing;
  }

  get open(): boolean {
    return !this.#closed;
  }

  /** Ends the leg; true when results have arrived that the code has not seen. */
  close(): boolean {
    if (this.#closed) return false;
    this.#closed = true;
    return this.#releasing || [...this.#waiting.keys()].some((stepId) => this.#run.hasOutcome(stepId));
  }

  /** What an earlier result set off in the code is a chain of microtasks: one turn of the loop ends it. The SDK takes a timer's turn more for each wait or hook. */
  #rest(deliveries: number, then: () => void): void {
    if (deliveries === 0) setImmediate(then);
    else setTimeout(() => this.#rest(deliveries - 1, then), 0);
  }

  #deliveriesSince(): number {
    let count = 0;
    for (; this.#settled < this.#position; this.#settled++) {
      const type = this.#run.events[this.#settled]?.eventType;
      if (type === "wait_completed" || type === "hook_received") count += count === 0 ? 2 : 1;
    }
    return count;
  }
}

/** The log as the SDK's consumer gets it: reading past the replay's start tells the leg how far the consumer is. */
export function watchReads(events: Event[], read: (index: number) => void): Event[] {
  return new Proxy(events, {
    get(target, property, receiver) {
      if (typeof property === "string") {
        const index = Number(property);
        if (Number.isInteger(index)) {
          read(index);
          return target[index];
        }
      }
      return Reflect.get(target, property, receiver) as unknown;
    },
  });
}
