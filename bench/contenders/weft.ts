import { setTimeout as sleep } from "node:timers/promises";

import type { Graph } from "../../codegen/index.ts";
import { createDatabase, createPool } from "../../lib/db/index.ts";
import { DEFAULT_WORKSPACE_ID } from "../../lib/workspaces/default-workspace.ts";
import { SDK_VERSION, startEngine } from "../../lib/engine/index.ts";
import { publishTestVersion } from "../../lib/engine/test-engine.ts";
import type { StepRunner } from "../../lib/engine/step-runner.ts";
import { local } from "../../lib/keys/access.ts";
import { installedSources } from "../../lib/exports/sources.ts";
import { installedPlugins } from "../../lib/plugins/installed-plugins.ts";
import { listRuns } from "../../lib/runs/list-runs.ts";
import { createStepRunner } from "../../lib/steps/run-step.ts";
import { createCompiler } from "../../lib/workflows/create-compiler.ts";
import { createPlayer } from "../../lib/run-tests/play-module.ts";
import { publishWorkflow } from "../../lib/workflows/publish-workflow.ts";
import { catalog } from "../../plugins/catalog.ts";
import { runMany, serveContender } from "../serve-contender.ts";

// Weft's engine, whole, with steps that do nothing unless told: what is measured is what Weft adds to a step, not the step.
// WEFT_BENCH_STEPS: "none" (default), "real" (the server's own runner), or milliseconds that each step takes.
// WEFT_BENCH_CONCURRENCY: runs held at once. WEFT_BENCH_DELIVER: "false" for a process that only publishes.
const url = process.env["DATABASE_URL"] ?? "";
const steps = process.env["WEFT_BENCH_STEPS"] ?? "none";
const stamps: number[] = [];
let stepped = false;
const idle: StepRunner = {
  run: async (step, _input, context) => {
    stamps.push(performance.now());
    if (!stepped) process.send?.({ stepped: context.stepId, at: Date.now() });
    stepped = true;
    if (steps !== "none") await sleep(Number(steps));
    return { node: step.node };
  },
};
const engine = await startEngine({
  databaseUrl: url,
  stepRunner: steps === "real" ? createStepRunner() : idle,
  concurrency: Number(process.env["WEFT_BENCH_CONCURRENCY"] ?? 200),
  deliver: process.env["WEFT_BENCH_DELIVER"] !== "false",
});
const pool = createPool(url);
const database = createDatabase(pool);
const plugins = await installedPlugins();
const compiler = createCompiler({ catalog, hasConnection: () => true });
const access = local(DEFAULT_WORKSPACE_ID);

async function run(versionId: string, input: unknown): Promise<unknown> {
  const { runId } = await engine.start({ workspaceId: DEFAULT_WORKSPACE_ID, versionId, input, trigger: "manual" });
  const ended = await engine.waitForEnd(runId, 120_000);
  if (ended?.status !== "completed") throw new Error(`The run ended ${JSON.stringify(ended)}.`);
  return ended.result;
}

async function publish(graph: Graph): Promise<string> {
  const playModule = createPlayer(installedSources);
  return (await publishWorkflow({ database, engine, compiler, plugins, playModule, sdkVersion: SDK_VERSION }, access, graph)).versionId;
}

serveContender(
  {
    publish: (graph: Graph) => publish(graph),
    /** A version whose workflow was written by hand. */
    publishBody: ({ body, steps: names }) => publishTestVersion(url, { body, steps: names }),
    timePublish: async (graph: Graph) => {
      const began = performance.now();
      await publish(graph);
      return performance.now() - began;
    },
    run: ({ version, input, total, concurrency }) => runMany(total, concurrency, () => run(version, input ?? null)),
    /** Starts one after another without waiting for ends, then waits for all; the milliseconds. */
    queue: async ({ version, input, total }) => {
      const began = performance.now();
      const ids: string[] = [];
      for (let index = 0; index < total; index++) {
        const options = { workspaceId: DEFAULT_WORKSPACE_ID, versionId: version, input, trigger: "manual" } as const;
        ids.push((await engine.start(options)).runId);
      }
      const ends = await Promise.all(ids.map((runId) => engine.waitForEnd(runId, 120_000)));
      if (ends.some((end) => end?.status !== "completed")) throw new Error("Not every run completed.");
      return performance.now() - began;
    },
    result: ({ version, input }) => run(version, input ?? null),
    /** Runs once and answers with the time between each step and the next. */
    gaps: async ({ version, input }) => {
      stamps.length = 0;
      await run(version, input ?? null);
      return stamps.slice(1).map((at, index) => at - (stamps[index] ?? at));
    },
    /** Starts without waiting; the runs' ids. */
    startOnly: async ({ version, total }) => {
      const starts = Array.from({ length: total }, () =>
        engine.start({ workspaceId: DEFAULT_WORKSPACE_ID, versionId: version, input: null, trigger: "manual" }),
      );
      return (await Promise.all(starts)).map(({ runId }) => runId);
    },
    waitForEnd: ({ runId, timeoutMs }) => engine.waitForEnd(runId, timeoutMs),
    listRuns: async ({ limit, workflow, status }) => {
      const began = performance.now();
      await listRuns({ database, engine }, access, { limit, workflow, status }, (path) => path);
      return performance.now() - began;
    },
    query: async ({ text, values }) => (await pool.query(text, values)).rows,
  },
  async () => {
    await engine.stop(1_000);
    await pool.end();
  },
);
