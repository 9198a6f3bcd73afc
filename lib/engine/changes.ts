import type { EndedRun, RunChange } from "./contract.ts";

type Listener = (change: RunChange) => void;

/** Who wants to know about which run. Changes of other processes arrive through `receive`, those of this one through `emit`. */
export class Changes {
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #all = new Set<Listener>();
  readonly #ends = new Map<string, Set<(ended: EndedRun) => void>>();
  readonly #send: (changes: readonly RunChange[]) => void;
  #outbox: RunChange[] = [];

  /** `send` takes what other processes should hear, several changes at a time: a NOTIFY in each transition would make commits wait for each other. */
  constructor(send: (changes: readonly RunChange[]) => void) {
    this.#send = send;
  }

  subscribe(runId: string, listener: Listener): () => void {
    return add(this.#listeners, runId, listener);
  }

  subscribeAll(listener: Listener): () => void {
    // Two who pass the same function are two.
    const own: Listener = (change) => listener(change);
    this.#all.add(own);
    return () => void this.#all.delete(own);
  }

  /** Calls back with the run as it ended, when it ends in this process. */
  onEnd(runId: string, listener: (ended: EndedRun) => void): () => void {
    return add(this.#ends, runId, listener);
  }

  emit(change: RunChange): void {
    this.receive(change);
    if (this.#outbox.push(change) === 1) setTimeout(() => this.flush(), 20).unref();
  }

  receive(change: RunChange): void {
    for (const listener of this.#listeners.get(change.runId) ?? []) listener(change);
    for (const listener of this.#all) listener(change);
  }

  end(ended: EndedRun): void {
    for (const listener of this.#ends.get(ended.runId) ?? []) listener(ended);
    this.emit({ runId: ended.runId, status: ended.status });
  }

  flush(): void {
    const changes = this.#outbox;
    this.#outbox = [];
    if (changes.length > 0) this.#send(changes);
  }
}

function add<T>(map: Map<string, Set<T>>, key: string, value: T): () => void {
  const set = map.get(key) ?? new Set<T>();
  map.set(key, set.add(value));
  return () => {
    set.delete(value);
    if (set.size === 0 && map.get(key) === set) map.delete(key);
  };
}
