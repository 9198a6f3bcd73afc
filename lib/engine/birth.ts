import type { NewRun, RunEnd, Store } from "./store.ts";

/** A run whose first replay touches nothing for this long is written down all the same. */
const LATEST_MS = 50;

/**
 * How a run comes into the database: when the first thing depends on it, or, when it ends before anything does, together with its
 * end in one commit. Until then nobody has been told of it and nothing has had an effect.
 */
export class Birth {
  /** Resolves when the run is in the database, with false when its idempotency key was taken; rejects when it could not be written. */
  readonly settled: Promise<boolean>;
  readonly #store: Store;
  readonly #run: NewRun | undefined;
  readonly #settle: PromiseWithResolvers<boolean>;
  #written: Promise<boolean> | undefined;

  /** Without `run`, of one that has long been written. */
  constructor(store: Store, run?: NewRun) {
    this.#store = store;
    this.#run = run;
    this.#settle = Promise.withResolvers();
    this.settled = this.#settle.promise;
    // Who started the run hears of a failure; the run itself is told by `ensure`.
    this.settled.catch(() => {});
    if (run) setTimeout(() => void this.ensure(), LATEST_MS).unref();
  }

  /** Writes the run down if it is not; false when it cannot be, and must have no effect. */
  ensure(): Promise<boolean> {
    return (this.#written ??= this.#run ? this.#write(this.#store.createRun(this.#run)) : Promise.resolve(true));
  }

  /** Writes the run down as ended, if it is not written at all yet; undefined when it is, and must be ended where it is. */
  endAtOnce(end: RunEnd): Promise<boolean> | undefined {
    if (this.#written || !this.#run) return undefined;
    return (this.#written = this.#write(this.#store.createEndedRun(this.#run, end).then(() => true)));
  }

  async #write(writing: Promise<boolean>): Promise<boolean> {
    try {
      const written = await writing;
      this.#settle.resolve(written);
      return written;
    } catch (error) {
      this.#settle.reject(error);
      return false;
    }
  }
}
