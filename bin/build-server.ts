import { spawn } from "node:child_process";
import { readdir, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { AppError } from "../lib/errors.ts";
import { isOnVercel } from "../lib/vercel.ts";
import { ROOT } from "./data-folder.ts";
import { linkCommand } from "./link-command.ts";

const SOURCES = ["app", "codegen", "components", "lib", "plugins", "instrumentation.ts", "next.config.ts", "proxy.ts", "package-lock.json"];

/** Builds the pages and routes unless the build that is there is newer than every source: a server may be answering from it. */
export async function buildServer(): Promise<void> {
  const built = await modifiedAt(join(ROOT, ".next", "BUILD_ID"));
  if (built > (await newestSource())) return;
  console.log("Building the server …");
  const cli = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const environment = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  const child = spawn(process.execPath, [cli, "build", ROOT], { stdio: ["ignore", "ignore", "inherit"], cwd: ROOT, env: environment });
  const code = await new Promise<number | null>((resolve) => child.on("exit", resolve));
  if (code === 0) return;
  throw new AppError("unavailable", "The server could not be built.", { hint: `Run "npm run build" in ${ROOT} and read what it says.` });
}

async function newestSource(): Promise<number> {
  const times = await Promise.all(SOURCES.map((name) => newestIn(join(ROOT, name))));
  return Math.max(...times);
}

async function newestIn(path: string): Promise<number> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (!entries) return modifiedAt(path);
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"));
  return Math.max(0, ...(await Promise.all(files.map((file) => modifiedAt(join(file.parentPath, file.name))))));
}

/** Milliseconds since 1970, 0 for what is not there. */
function modifiedAt(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}

if (import.meta.main) {
  await linkCommand();
  // Vercel builds by a command of its own, once the database is up to date.
  if (!isOnVercel()) await buildServer();
}
