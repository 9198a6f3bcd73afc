import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { applySwcTransform, createPseudoPackagePlugin } from "@workflow/builders";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { build } from "esbuild";
import { Pool } from "pg";
import { start } from "workflow/api";
import { registerStepFunction } from "workflow/internal/private";
import { setWorld, stepEntrypoint, workflowEntrypoint } from "workflow/runtime";

import { runMany, serveContender } from "../serve-contender.ts";

// The Workflow SDK as it comes, with its own Postgres world: workflows written by hand, the SDK's own transform, its two routes on a bare
// node:http server. A run's end is looked for every few milliseconds, since the SDK's own `returnValue` asks once a second.
const POLL_MS = 3;
const SOURCE = `
async function step(): Promise<number> { "use step"; return 1; }
export async function sequence(steps: number) { "use workflow"; for (let i = 0; i < steps; i++) await step(); return steps; }
export async function parallel(steps: number) { "use workflow"; const all = await Promise.all(Array.from({ length: steps }, () => step())); return all.length; }
export async function webhook(body: any) { "use workflow"; return { id: body.id, ok: true }; }
`;

async function bundle(): Promise<{ code: string; ids: Record<string, string>; stepId: string }> {
  const file = "bench/workflows.ts";
  const { code, workflowManifest } = await applySwcTransform(file, SOURCE, "workflow");
  const output = await build({
    stdin: { contents: code, loader: "js", resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["workflow"],
    target: "es2022",
    keepNames: true,
    banner: { js: "globalThis.__private_workflows = new Map();" },
    plugins: [createPseudoPackagePlugin()],
  });
  const workflows = Object.values(workflowManifest.workflows ?? {})[0] ?? {};
  const steps = Object.values(workflowManifest.steps ?? {})[0] ?? {};
  const ids = Object.fromEntries(Object.entries(workflows).map(([name, { workflowId }]) => [name, workflowId]));
  return { code: output.outputFiles[0]?.text ?? "", ids, stepId: steps["step"]?.stepId ?? "" };
}

async function migrateWorld(url: string): Promise<void> {
  const entry = createRequire(import.meta.url).resolve("@workflow/world-postgres");
  const pool = new Pool({ connectionString: url, max: 1 });
  const migrationsFolder = join(dirname(entry), "..", "src", "drizzle", "migrations");
  await migrate(drizzle({ client: pool }), {
    migrationsFolder,
    migrationsTable: "workflow_migrations",
    migrationsSchema: "workflow_drizzle",
  });
  await pool.end();
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]);
  return new Request(`http://localhost${incoming.url}`, { method: incoming.method ?? "POST", headers, body: Buffer.concat(chunks) });
}

async function reply(response: ServerResponse, answer: Response): Promise<void> {
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
}

const url = process.env["DATABASE_URL"] ?? "";
await migrateWorld(url);
const routes = new Map<string, (request: Request) => Promise<Response>>();
const server = createServer(async (incoming, response) => {
  const handler = routes.get(incoming.url ?? "");
  const request = await toRequest(incoming);
  await reply(response, handler ? await handler(request) : new Response(null, { status: 404 }));
});
// The world keeps its connections longer than Node keeps idle ones.
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1");
await once(server, "listening");
// The server listens on a TCP port.
const { port } = server.address() as AddressInfo;
// The world reads the port when it is made.
process.env["PORT"] = String(port);
const { createWorld } = await import("@workflow/world-postgres");
const world = createWorld({ connectionString: url, queueConcurrency: 10 });
setWorld(world);
const { code, ids, stepId } = await bundle();
registerStepFunction(stepId, async () => 1);
routes.set("/.well-known/workflow/v1/flow", workflowEntrypoint(code));
routes.set("/.well-known/workflow/v1/step", stepEntrypoint);
routes.set("/", async (request) => Response.json(await run("webhook", await request.json())));
await world.start();

async function run(workflow: string, argument: unknown): Promise<unknown> {
  const started = await start({ workflowId: ids[workflow] ?? "" }, [argument]);
  for (;;) {
    const { status } = await world.runs.get(started.runId, { resolveData: "none" });
    if (status === "completed") return { ok: true };
    if (status === "failed" || status === "cancelled") throw new Error(`The run ended ${status}.`);
    await sleep(POLL_MS);
  }
}

serveContender(
  {
    sequence: ({ steps, total, concurrency }) => runMany(total, concurrency, () => run("sequence", steps)),
    parallel: ({ steps, total, concurrency }) => runMany(total, concurrency, () => run("parallel", steps)),
    url: () => `http://127.0.0.1:${port}/`,
  },
  async () => {
    server.closeAllConnections();
    await world.close?.();
  },
);
