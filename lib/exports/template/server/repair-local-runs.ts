import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

type Entity = Record<string, unknown>;

/** The events that end a step or a wait, and what a step or wait is called whose end was lost. */
const STEPS = { created: "step_created", ended: ["step_completed", "step_failed"], lock: ".terminal", open: "running" };
const WAITS = { created: "wait_created", ended: ["wait_completed"], lock: ".completed", open: "waiting" };

/**
 * Workflow SDK 4.8.9's local world writes a lock, then a step or wait, then its event. A process that is killed in between leaves a lock that
 * keeps the end from ever being written: the step is run again and again, and the run never goes on. So whatever the event log does not know
 * is taken back before runs are resumed; what was lost is then done again. Remove this once the local world writes all three as one.
 */
export async function repairLocalRuns(folder: string): Promise<void> {
  const eventFiles = await list(folder, "events");
  for (const file of await list(folder, "runs")) {
    const run = await read(folder, "runs", file);
    if (run["status"] !== "pending" && run["status"] !== "running") continue;
    const id = String(run["runId"]);
    const events = await Promise.all(
      eventFiles.filter((name) => name.startsWith(`${id}-`)).map(async (name) => ({ name, event: await read(folder, "events", name) })),
    );
    const has = (types: readonly string[], subject: unknown): boolean =>
      events.some(({ event }) => types.includes(String(event["eventType"])) && event["correlationId"] === subject);
    // Whoever started it was never told of it.
    if (!events.some(({ event }) => event["eventType"] === "run_created")) {
      await rm(join(folder, "runs", file));
      continue;
    }
    for (const [kind, rule] of [["steps", STEPS] as const, ["waits", WAITS] as const]) {
      for (const name of (await list(folder, kind)).filter((other) => other.startsWith(`${id}-`))) {
        const subject = name.slice(id.length + 1, -".json".length);
        if (has(rule.ended, subject)) continue;
        await rm(join(folder, ".locks", kind, `${id}-${subject}${rule.lock}`), { force: true });
        if (!has([rule.created], subject)) await rm(join(/* turbopackIgnore: true */ folder, kind, name));
        else await reopen(folder, kind, name, rule.open);
      }
    }
    // A hook is written after its event: without it nobody could answer, so the run is let make it again.
    const hooks = new Set(await list(folder, "hooks"));
    for (const { name, event } of events) {
      const hook = event["correlationId"];
      const isLost =
        event["eventType"] === "hook_created" && !hooks.has(`${String(hook)}.json`) && !has(["hook_received", "hook_disposed"], hook);
      if (isLost) await rm(join(folder, "events", name));
    }
  }
}

/** Makes a step or wait that seems to have ended one that goes on. */
async function reopen(folder: string, kind: string, name: string, status: string): Promise<void> {
  const { completedAt: _, output: _output, error: _error, ...entity } = await read(folder, kind, name);
  if (!["completed", "failed"].includes(String(entity["status"]))) return;
  const path = join(folder, kind, name);
  await writeFile(`${path}.new`, JSON.stringify({ ...entity, status }, null, 2));
  await rename(`${path}.new`, path);
}

/** The JSON files of a folder, which may not be there yet. */
async function list(folder: string, kind: string): Promise<string[]> {
  const names = await readdir(join(folder, kind)).catch(() => []);
  return names.filter((name) => name.endsWith(".json")).sort();
}

async function read(folder: string, kind: string, name: string): Promise<Entity> {
  return JSON.parse(await readFile(join(folder, kind, name), "utf8")) as Entity;
}
