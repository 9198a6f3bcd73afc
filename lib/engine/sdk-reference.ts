/**
 * The Workflow SDK as it comes, on its local world and with its own compiler, for comparison: `node sdk-reference.ts <folder>`
 * reads programs from its parent one at a time and answers with the result of each.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

import { applySwcTransform, createPseudoPackagePlugin, createSwcPlugin } from "@workflow/builders";
import { createLocalWorld } from "@workflow/world-local";
import { build } from "esbuild";

import { PROGRAM_STEPS, type Program, programSource } from "./programs-for-test.ts";

createServer((_request, response) => response.end()).listen(0, "127.0.0.1");
const local = createLocalWorld({ dataDir: process.argv[2] ?? "", baseUrl: "http://127.0.0.1" });

type Handler = Parameters<typeof local.createQueueHandler>[1];
const captures = new AsyncLocalStorage<(handler: Handler) => void>();
const flows = new Map<string, Handler>();
const tails = new Map<string, Promise<unknown>>();
const world = Object.create(local) as typeof local;
world.createQueueHandler = (prefix, handler) => {
  const capture = captures.getStore();
  if (capture) capture(handler);
  if (capture || prefix !== "__wkf_workflow_") return local.createQueueHandler(prefix, handler);
  return local.createQueueHandler(prefix, (message, meta) => {
    const { runId } = message as { runId: string };
    const flow = flows.get(meta.queueName.slice(prefix.length)) ?? handler;
    // The SDK replays one run concurrently on this world, which corrupts its log.
    const turn = (tails.get(runId) ?? Promise.resolve()).then(() => flow(message, meta));
    tails.set(runId, turn.catch(() => {}));
    return turn;
  });
};

const slots = globalThis as Record<symbol, unknown>;
slots[Symbol.for("@workflow/world//cache")] = world;
slots[Symbol.for("@workflow/world//stubbedCache")] = world;
const { stepEntrypoint, workflowEntrypoint } = await import("workflow/runtime");
const { start } = await import("workflow/api");
const { registerStepFunction } = await import("workflow/internal/private");

local.registerHandler("__wkf_workflow_", workflowEntrypoint("globalThis.__private_workflows = new Map();"));
local.registerHandler("__wkf_step_", stepEntrypoint);
for (const [name, step] of Object.entries(PROGRAM_STEPS)) registerStepFunction(`step//reference//${name}`, async (input: unknown) => step(input));
console.error = () => {};
console.warn = () => {};
await world.start?.();

async function compile(name: string, program: Program): Promise<string> {
  const { code, workflowManifest } = await applySwcTransform(`${name}.ts`, programSource(program, "run"), "workflow");
  const stubs = Object.keys(PROGRAM_STEPS).map((step) => `const ${step}$step = globalThis[Symbol.for("WORKFLOW_USE_STEP")]("step//reference//${step}");`);
  const out = await build({
    stdin: { contents: `${stubs.join("\n")}\n${code}`, resolveDir: process.cwd(), loader: "ts" },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["workflow"],
    target: "es2022",
    logLevel: "silent",
    alias: { "@": process.cwd() },
    banner: { js: "globalThis.__private_workflows = new Map();" },
    plugins: [createPseudoPackagePlugin(), createSwcPlugin({ mode: "workflow", projectRoot: process.cwd() })],
  });
  const id = Object.values(workflowManifest.workflows ?? {}).flatMap((file) => Object.values(file).map((entry) => entry.workflowId))[0];
  if (id === undefined) throw new Error("The SDK's compiler found no workflow.");
  captures.run(
    (handler: Handler) => void flows.set(id, handler),
    () => workflowEntrypoint(out.outputFiles[0]?.text ?? ""),
  );
  return id;
}

process.on("message", (message: { name: string; program: Program }) => {
  void (async () => {
    const workflowId = await compile(message.name, message.program);
    const run = await start({ workflowId } as unknown as Parameters<typeof start>[0], [message.program.input ?? null]);
    for (;;) {
      const stored = await world.runs.get(run.runId);
      if (stored.status === "completed") return process.send?.({ status: "completed", result: await run.returnValue });
      if (stored.status === "failed") return process.send?.({ status: "failed", message: stored.error?.message });
      await sleep(10);
    }
  })().catch((error: unknown) => process.send?.({ status: "error", message: String(error) }));
});
process.send?.("ready");
