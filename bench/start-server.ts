import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp } from "node:fs/promises";
import { join } from "node:path";

import type { Lab } from "./lab.ts";

/** `weft start`, whole, as a user would have it. */
export interface RunningWeft {
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from starting the process to its first words that it answers. */
  readonly bootedIn: number;
  stop(): Promise<void>;
}

/** Starts the command in a process of its own, on `databaseUrl` and a free port; the caller stops it. */
export async function startServer(lab: Lab, databaseUrl: string): Promise<RunningWeft> {
  await mkdir(join(lab.folder, "servers"), { recursive: true });
  const folder = await mkdtemp(join(lab.folder, "servers", "weft-"));
  const environment = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    WEFT_DATA_DIR: folder,
    PORT: "0",
    WEFT_RATE_LIMIT: "1000000",
    NODE_ENV: "production",
  } as const;
  const command = new URL("../bin/weft.mjs", import.meta.url).pathname;
  const began = performance.now();
  const child = spawn(process.execPath, [...lab.profiling, command, "start", "--no-examples"], {
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const address = /answers at (http:\/\/[\d.:]+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.once("exit", (code) => reject(new Error(`weft start ended with ${code}: ${said}`)));
  });
  const bootedIn = performance.now() - began;
  return {
    url,
    pid: child.pid ?? 0,
    bootedIn,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 5_000);
      await gone;
      clearTimeout(late);
    },
  };
}
