import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";

/** Writes a project's files to a folder. */
export async function writeProject(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** Runs a program in a project as its person would, without anything of the test runner's; throws with what it printed when it fails. */
export async function runIn(folder: string, command: string, args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const child = spawn(command, args, { cwd: folder, env: cleanEnvironment(env), stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data: Buffer) => (printed += data.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${printed}`);
  return printed;
}

export function cleanEnvironment(env: Record<string, string>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:WEFT|VITEST|NODE_|DATABASE_URL|PORT|VITE|TEST)/.test(name));
  // The Node that runs these tests comes first.
  const path = `${dirname(process.execPath)}:${process.env["PATH"] ?? ""}`;
  // Next sets NODE_ENV itself.
  return Object.assign(Object.fromEntries(kept) as NodeJS.ProcessEnv, { PATH: path, NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1" }, env);
}

/** An exported project that serves. */
export class ExportedSite {
  readonly url: string;
  readonly key = "key-of-the-test";
  readonly #folder: string;
  readonly #port: number;
  readonly #env: Record<string, string>;
  #child: ChildProcess | undefined;
  printed = "";

  private constructor(folder: string, port: number, env: Record<string, string>) {
    this.#folder = folder;
    this.#port = port;
    this.#env = env;
    this.url = `http://127.0.0.1:${port}`;
  }

  static async start(folder: string, env: Record<string, string>): Promise<ExportedSite> {
    const site = new ExportedSite(folder, await findPort(), env);
    await site.start();
    return site;
  }

  async start(): Promise<void> {
    const next = join(this.#folder, "node_modules", "next", "dist", "bin", "next");
    const env = {
      WORKFLOWS_API_KEY: this.key,
      WORKFLOWS_LINK_SECRET: "links",
      CRON_SECRET: "crons",
      PORT: String(this.#port),
      ...this.#env,
    };
    const child = spawn(process.execPath, [next, "start", "-H", "127.0.0.1"], {
      cwd: this.#folder,
      env: cleanEnvironment(env),
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    const ready = new Promise<void>((resolve, reject) => {
      child.once("exit", () => reject(new Error(this.printed)));
      for (const stream of [child.stdout, child.stderr]) {
        stream.on("data", (data: Buffer) => {
          this.printed += data.toString();
          if (/Ready in/.test(this.printed)) resolve();
        });
      }
    });
    await ready;
  }

  /** Ends it at once, as a crash does. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
    this.printed = "";
  }
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
