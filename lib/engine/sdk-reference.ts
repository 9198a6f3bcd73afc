/**
 * The Workflow SDK as it comes, with its own compiler and steps, for comparison. It reads programs from its parent one at a time and answers
 * with the result of each: `node sdk-reference.ts <folder>` on its local world, `node sdk-reference.ts <database url>` on its Postgres world.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

import { applySwcTransform, createPseudoPackagePlugin, createSwcPlugin } from "@workflow/builders";
import type { World } from "@workflow/world";
import { createLocalWorld } from "@workflow/world-local";
import { createWorld as createPostgresWorld } from "@workflow/world-postgres";
import { build } from "esbuild";

import { PROGRAM_STEPS, type Program, programSource } from "./programs-for-test.ts";

const place = process.argv[2] ?? "";
const routes = new Map<string, (request: Request) => Promise<Response>>();
/** The Postgres world talks to its own process over HTTP. */
const server = createServer((incoming, outgoing) => {
  void (async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]);
    const request = new Request(`http://127.0.0.1${incoming.url ?? "/"}`, { method: "POST", headers, body: Buffer.concat(chunks) });
    const response = await routes.get(new URL(request.url).pathname.split("/").at(-1) ?? "")?.(request);
    outgoing.writeHead(response?.status ?? 404, Object.fromEntries(response?.headers ?? []));
    outgoing.end(response ? Buffer.from(await response.arrayBuffer()) : undefined);
  })();
}).listen(0, "127.0.0.1");
await once(server, "listening");
process.env["WORKFLOW_LOCAL_BASE_URL"] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const onPostgres = place.startsWith("postgres");
const local = onPostgres ? undefined : createLocalWorld({ dataDir: place, baseUrl: "http://127.0.0.1" });
const inner: World = local ?? createPostgresWorld({ connectionString: place, queueConcurrency: 4 });

type Handler = Parameters<World["createQueueHandler"]>[1];
const captures = new AsyncLocalStorage<(handler: Handler) => void>();
const flows = new Map<string, Handler>();
const tails = new Map<string, Promise<unknown>>();
const world = Object.create(inner) as World;
world.createQueueHandler = (prefix, handler) => {
  const capture = captures.getStore();
  if (capture) capture(handler);
  if (capture || prefix !== "__wkf_workflow_") return inner.createQueueHandler(prefix, handler);
  return inner.createQueueHandler(prefix, (message, meta) => {
    const { runId } = message as { runId: string };
    const flow = flows.get(meta.queueName.slice(prefix.length)) ?? handler;
    // The SDK replays one run concurrently on this world, which corrupts its log.
    const turn = (tails.get(runId) ?? Promise.resolve()).then(() => flow(message, meta));
    tails.set(
      runId,
      turn.catch(() => {}),
    );
    return turn;
  });
};

const slots = globalThis as Record<symbol, unknown>;
slots[Symbol.for("@workflow/world//cache")] = world;
slots[Symbol.for("@workflow/world//stubbedCache")] = world;
const { stepEntrypoint, workflowEntrypoint } = await import("workflow/runtime");
const { start } = await import("workflow/api");
const { registerStepFunction } = await import("workflow/internal/private");

const flow = workflowEntrypoint("globalThis.__private_workflows = new Map();");
local?.registerHandler("__wkf_workflow_", flow);
local?.registerHandler("__wkf_step_", stepEntrypoint);
routes.set("flow", flow);
routes.set("step", stepEntrypoint);
for (const [name, step] of Object.entries(PROGRAM_STEPS))
  registerStepFunction(`step//reference//${name}`, async (input: unknown) => step(input));
console.error = () => {};
console.warn = () => {};
await world.start?.();

async function compile(name: string, program: Program): Promise<string> {
  const { code, workflowManifest } = await applySwcTransform(`${name}.ts`, programSource(program, "run"), "workflow");
  const stubs = Object.keys(PROGRAM_STEPS).map(
    (step) => `const ${step}$step = globalThis[Symbol.for("WORKFLOW_USE_STEP")]("step//reference//${step}");`,
  );
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
    // Whatever has a workflowId may be started; the types ask for the compiled function that carries it.
    const run = await start({ workflowId } as unknown as (input: unknown) => Promise<unknown>, [message.program.input ?? null]);
    for (;;) {
      const stored = await world.runs.get(run.runId);
      if (stored.status === "completed") return process.send?.({ status: "completed", result: await run.returnValue });
      if (stored.status === "failed") return process.send?.({ status: "failed", message: stored.error?.message });
      await sleep(10);
    }
  })().catch((error: unknown) => process.send?.({ status: "error", message: String(error) }));
});
process.send?.("ready");
