import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const COMMAND = join(import.meta.dirname, "..", "bin", "weft.mjs");

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A `weft` that runs, as a person's shell would start it. */
export class WeftProcess {
  readonly child: ChildProcess;
  stdout = "";
  stderr = "";

  constructor(args: readonly string[], env: Record<string, string | undefined>) {
    const environment = { ...process.env, NO_COLOR: "1" };
    // What the test runner sets is not what a shell has.
    for (const name of ["DATABASE_URL", "PORT", "VITEST", "NODE_ENV"]) Reflect.deleteProperty(environment, name);
    Object.assign(environment, env);
    this.child = spawn(process.execPath, [COMMAND, ...args], { env: environment, stdio: ["pipe", "pipe", "pipe"] });
    this.child.stdout?.on("data", (data: Buffer) => (this.stdout += data.toString()));
    this.child.stderr?.on("data", (data: Buffer) => (this.stderr += data.toString()));
  }

  /** Resolves with the first match in what the process has printed; rejects when it ends first. */
  async prints(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.stdout) ?? pattern.exec(this.stderr);
      if (found) return found;
      if (this.child.exitCode !== null)
        throw new Error(`weft ended with ${this.child.exitCode} before printing ${pattern}:\n${this.stdout}\n${this.stderr}`);
      await sleep(20);
    }
  }

  /** Sends a signal and resolves with how the process ended and after how many milliseconds. */
  async stop(signal: NodeJS.Signals = "SIGINT"): Promise<Outcome & { readonly ms: number }> {
    const start = performance.now();
    this.child.kill(signal);
    const outcome = await this.ends();
    return { ...outcome, ms: performance.now() - start };
  }

  async ends(): Promise<Outcome> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, "exit");
    return { code: this.child.exitCode, stdout: this.stdout, stderr: this.stderr };
  }
}

/** Runs `weft` to its end; `input` is its standard input. */
export async function weft(args: readonly string[], env: Record<string, string | undefined> = {}, input = ""): Promise<Outcome> {
  const started = new WeftProcess(args, env);
  started.child.stdin?.end(input);
  return started.ends();
}

/** A data folder of a test's own, with a space in its path; `remove` when all that used it has ended. */
export async function makeDataFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "weft test "));
  // Postgres, which does not run as root, keeps its files here only if it may pass.
  await chmod(path, 0o711);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
