import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

/** Sent by a contender when it begins its first step. */
interface Stepped {
  readonly stepped: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

interface Reply {
  readonly call: number;
  readonly value?: unknown;
  readonly error?: string;
}

export interface ContenderOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Further arguments of Node itself, such as `--cpu-prof`. */
  readonly nodeArguments?: readonly string[];
}

/** A process of its own that does work on command: ours, a peer or a yardstick, all under the same conditions. */
export class Contender {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  readonly #firstStep = Promise.withResolvers<number>();
  #calls = 0;

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.on("message", (reply: Reply | Stepped) => {
      if ("stepped" in reply) {
        this.#firstStep.resolve(reply.at);
        return;
      }
      const waiting = this.#waiting.get(reply.call);
      this.#waiting.delete(reply.call);
      if (reply.error === undefined) waiting?.resolve(reply.value);
      else waiting?.reject(new Error(reply.error));
    });
    child.on("error", () => {});
    child.on("exit", (code, signal) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`The contender ended (${signal ?? code}).`));
      this.#waiting.clear();
    });
  }

  /** Starts `contenders/<name>.ts`; it is ready when its first call is answered. */
  static start(name: string, options: ContenderOptions = {}): Contender {
    const file = new URL(`./contenders/${name}.ts`, import.meta.url).pathname;
    // A test runner's or profiler's own flags are not for the children.
    return new Contender(
      fork(file, [], {
        env: { ...process.env, ...options.env },
        execArgv: [...(options.nodeArguments ?? [])],
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      }),
    );
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** The caller knows what its contender's command answers with. */
  call<T>(command: string, argument: unknown = null): Promise<T> {
    const call = ++this.#calls;
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(call, { resolve: (value) => resolve(value as T), reject });
      if (this.#child.connected) this.#child.send({ call, command, argument });
      else reject(new Error("The contender has ended."));
    });
  }

  /** Milliseconds from `since` (milliseconds since 1970) to the first step that it runs. */
  async firstStep(since: number): Promise<number> {
    return (await this.#firstStep.promise) - since;
  }

  /** Ends the process politely, by hanging up; after five seconds not. */
  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, "exit");
    // Not a signal: the queues of others answer those in their own way.
    if (this.#child.connected) this.#child.disconnect();
    const late = setTimeout(() => this.#child.kill("SIGKILL"), 5_000);
    await gone;
    clearTimeout(late);
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    const gone = once(this.#child, "exit");
    this.#child.kill("SIGKILL");
    await gone;
  }
}
