import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const copySchema = z.object({ pid: z.int(), url: z.string() });

/** A server that runs on a data folder. */
export type RunningCopy = z.infer<typeof copySchema>;

const fileIn = (dataDir: string): string => join(dataDir, "server.json");

/** The server that runs on this data folder, if its process lives and answers. */
export async function runningAt(dataDir: string): Promise<RunningCopy | undefined> {
  const text = await readFile(fileIn(dataDir), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const copy = copySchema.safeParse(safeJson(text));
  if (!copy.success) return undefined;
  const answers = await fetch(`${copy.data.url}/api/health`, { signal: AbortSignal.timeout(2000) }).then(
    () => true,
    () => false,
  );
  return answers ? copy.data : undefined;
}

/** Notes that this process serves the data folder; returns what takes the note back. */
export async function announce(dataDir: string, url: string): Promise<() => Promise<void>> {
  await writeFile(fileIn(dataDir), JSON.stringify({ pid: process.pid, url }), { mode: 0o600 });
  return () => rm(fileIn(dataDir), { force: true });
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
