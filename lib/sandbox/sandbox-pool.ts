import { join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { ROOT } from "../data-folder.ts";
import type { CodeOutcome, CodeTask } from "./execute-code.ts";

/** How long the engine's own interrupt may be late (a huge built-in call) before the whole thread is ended. */
const GRACE_MS = 2_000;
const IDLE_MS = 60_000;
/** Every thread loads modules by itself: where Weft is installed, Node does not take their types out. */
const TYPE_HOOKS = ROOT.split(sep).includes("node_modules") ? ["--import", pathToFileURL(join(ROOT, "bin/strip-types.mjs")).href] : [];

interface Job {
  readonly task: CodeTask;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (outcome: CodeOutcome) => void;
  readonly reject: (reason: unknown) => void;
}

/** Threads that run one task at a time; made when needed, ended when idle for a minute. They never keep the process alive by themselves. */
export class SandboxPool {
  readonly #size: number;
  readonly #idle: SandboxThread[] = [];
  readonly #queue: Job[] = [];
  #busy = 0;

  constructor(size: number) {
    this.#size = size;
  }

  /** Rejects with the signal's reason when aborted, before or while the task runs. */
  run(task: CodeTask, signal?: AbortSignal): Promise<CodeOutcome> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ task, signal, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    while (this.#busy < this.#size) {
      const job = this.#queue.shift();
      if (job === undefined) return;
      if (job.signal?.aborted) {
        job.reject(job.signal.reason);
        continue;
      }
      this.#busy++;
      const thread = this.#takeIdle() ?? new SandboxThread();
      void this.#serve(job, thread);
    }
  }

  /** A thread may have died while it was idle. */
  #takeIdle(): SandboxThread | undefined {
    for (;;) {
      const thread = this.#idle.pop();
      if (thread === undefined || thread.usable) return thread;
    }
  }

  async #serve(job: Job, thread: SandboxThread): Promise<void> {
    try {
      job.resolve(await thread.run(job.task, job.signal));
    } catch (error) {
      job.reject(error);
    }
    this.#busy--;
    if (thread.usable) {
      this.#idle.push(thread);
      thread.endWhenIdle(IDLE_MS);
    }
    this.#next();
  }
}

class SandboxThread {
  readonly #stop = new Int32Array(new SharedArrayBuffer(4));
  readonly #worker: Worker;
  #idleTimer: NodeJS.Timeout | undefined;
  usable = true;

  constructor() {
    this.#worker = new Worker(new URL("./sandbox-worker.ts", import.meta.url), {
      workerData: { stop: this.#stop },
      env: {},
      // Node announces its type stripping as experimental once per thread.
      execArgv: ["--disable-warning=ExperimentalWarning", ...TYPE_HOOKS],
      resourceLimits: { maxOldGenerationSizeMb: 128 },
    });
    this.#worker.on("error", () => (this.usable = false));
    this.#worker.on("exit", () => (this.usable = false));
  }

  async run(task: CodeTask, signal: AbortSignal | undefined): Promise<CodeOutcome> {
    clearTimeout(this.#idleTimer);
    this.#worker.ref();
    Atomics.store(this.#stop, 0, 0);
    const answer = Promise.withResolvers<CodeOutcome>();
    const end = (): void => {
      this.usable = false;
      void this.#worker.terminate();
    };
    const stop = (): void => void Atomics.store(this.#stop, 0, 1);
    const onError = (error: unknown): void => answer.reject(error);
    const onExit = (): void => answer.reject(new Error("The sandbox ended unexpectedly."));
    const hardStop = setTimeout(() => {
      end();
      const message = `The code ran longer than ${task.limits.timeMs} ms.`;
      answer.resolve({ error: { name: "TimeoutError", message, limit: "time" }, logs: [], poisoned: true });
    }, task.limits.timeMs + GRACE_MS);
    signal?.addEventListener("abort", stop, { once: true });
    this.#worker.once("message", answer.resolve).once("error", onError).once("exit", onExit);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    this.#worker.postMessage(task);
    try {
      const outcome = await answer.promise;
      if (outcome.poisoned && this.usable) end();
      signal?.throwIfAborted();
      return outcome;
    } finally {
      clearTimeout(hardStop);
      signal?.removeEventListener("abort", stop);
      this.#worker.off("message", answer.resolve).off("error", onError).off("exit", onExit);
      this.#worker.unref();
    }
  }

  endWhenIdle(afterMs: number): void {
    this.#idleTimer = setTimeout(() => {
      this.usable = false;
      void this.#worker.terminate();
    }, afterMs).unref();
  }
}
