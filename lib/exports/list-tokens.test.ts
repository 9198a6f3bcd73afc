import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalWorld } from "@workflow/world-local";
import { start } from "workflow/api";
import { getWorld, setWorld } from "workflow/runtime";
import { afterEach, beforeEach, expect, it } from "vitest";
import { listTokens } from "./template/server/list-tokens.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "waits-"));
  const world = createLocalWorld({ dataDir: folder });
  // Runs are kept and found, but nothing works on them.
  setWorld(Object.assign(Object.create(world) as typeof world, { queue: async () => ({ messageId: null }) }));
});
afterEach(async () => {
  setWorld(undefined);
  await rm(folder, { recursive: true, force: true });
});

it("lists each of a run's waits, however many", async () => {
  const { runId } = await start(
    Object.assign(async () => null, { workflowId: "workflow//workflows/ask.ts//ask" }),
    [],
  );
  const tokens = Array.from({ length: 230 }, (_, n) => `token-${n}`);
  for (const token of tokens) {
    await getWorld().events.create(runId, { eventType: "hook_created", correlationId: `hook_${token}`, eventData: { token } });
  }
  expect((await listTokens(runId)).sort()).toEqual(tokens.sort());
});
