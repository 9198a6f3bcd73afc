import { createServer } from "node:http";
import type { DemoService } from "../../examples/demo-service/server.ts";
import { DEMO_PORT, startDemoService } from "../../examples/demo-service/server.ts";
import { ensureDatabase } from "../../lib/db/index.ts";
import { bootServer } from "../../lib/server.ts";
import { buildServer } from "../build-server.ts";
import { dataFolder } from "../data-folder.ts";
import { httpHandler } from "../http-handler.ts";
import { listen } from "../listen.ts";
import { mark } from "../print.ts";
import { publishExamples } from "../publish-examples.ts";
import { announce, runningAt } from "../running-copy.ts";
import { stopOnSignal } from "../stop-on-signal.ts";
import { UsageError } from "../usage-error.ts";

/** `weft start`: database, demonstration service, engine and HTTP server in one process, until Ctrl-C. */
export async function startCommand(options: { dev?: boolean; examples: boolean }): Promise<void> {
  const dataDir = await dataFolder();
  const running = await runningAt(dataDir);
  // Asking for a port of its own is asking for a second process on the same database.
  if (running && !process.env["PORT"]) {
    throw new UsageError(
      `Weft already runs on ${dataDir}: ${running.url} (process ${running.pid})`,
      "Use that one, or stop it with Ctrl-C. PORT=3001 npm start adds a second process that shares its work; WEFT_DATA_DIR=… npm start is a Weft of its own.",
    );
  }
  if (!options.dev) await buildServer();
  const undo: (() => Promise<void>)[] = [];
  const stop = stopOnSignal(undo);
  try {
    const database = await ensureDatabase({ dataDir, databaseUrl: process.env["DATABASE_URL"] });
    undo.push(() => database.stop());
    process.env["DATABASE_URL"] = database.url;
    const demo = options.examples ? await startShop() : undefined;
    if (demo) {
      undo.push(() => demo.close());
      // What new workspaces' examples call.
      process.env["WEFT_DEMO_URL"] = demo.url;
    }
    const weft = await bootServer({ databaseUrl: database.url });
    undo.push(() => weft.stop());
    const http = createServer();
    const { url, port } = await listen(http, process.env["HOST"] ?? "127.0.0.1", process.env["PORT"]);
    undo.push(async () => {
      http.close();
      http.closeAllConnections();
    });
    process.env["PORT"] = String(port);
    http.on("request", await httpHandler({ dev: options.dev ?? false, port }));
    if (!running) undo.push(await announce(dataDir, url));
    console.log(`${mark("bold", "Weft")} answers at ${url}${database.owned ? `, keeping everything in ${dataDir}` : ""}`);
    if (demo) await publishExamples(weft, { demoUrl: demo.url, url, dataDir });
    console.log("\nStop with Ctrl-C; runs go on where they were at the next start.");
    await stop.finished;
  } catch (error) {
    await stop.now();
    throw error;
  }
}

/** The demonstration service on its own port, or any when that is taken; workflows may call it although it is on loopback. */
async function startShop(): Promise<DemoService> {
  const demo = await startDemoService({ port: DEMO_PORT }).catch(() => startDemoService({ port: 0 }));
  const allowed = process.env["WEFT_ALLOWED_PRIVATE_HOSTS"];
  process.env["WEFT_ALLOWED_PRIVATE_HOSTS"] = [...(allowed ? [allowed] : []), new URL(demo.url).host].join(",");
  return demo;
}
