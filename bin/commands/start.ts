import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { DemoService } from "../../examples/demo-service/server.ts";
import { DEMO_PORT, startDemoService } from "../../examples/demo-service/server.ts";
import { ADDRESS_HEADER } from "../../lib/auth/client-address.ts";
import { ensureDatabase } from "../../lib/db/index.ts";
import { bootServer } from "../../lib/server.ts";
import { buildServer } from "../build-server.ts";
import { dataFolder, ROOT } from "../data-folder.ts";
import { listen } from "../listen.ts";
import { mark } from "../print.ts";
import { publishExamples } from "../publish-examples.ts";
import { announce, runningAt } from "../running-copy.ts";
import { UsageError } from "../usage-error.ts";

/** How long stopping may take before the process ends anyway, in milliseconds. Everything durable is in the database by then. */
const STOP_MS = 2_700;

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
    http.on("request", sayAddress(refuseMalformed(await nextHandler(options.dev ?? false, port))));
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

/** Undoes what was started, last first, on the first signal; a second signal, or a stop that takes too long, ends the process at once. */
function stopOnSignal(undo: readonly (() => Promise<void>)[]): { now: () => Promise<void>; finished: Promise<void> } {
  const { promise: finished, resolve } = Promise.withResolvers<void>();
  let stopping: Promise<void> | undefined;
  const undoAll = async (): Promise<void> => {
    setTimeout(() => process.exit(1), STOP_MS).unref();
    for (const step of undo.toReversed()) await step().catch((error: unknown) => console.error(error));
    resolve();
  };
  const now = (): Promise<void> => (stopping ??= undoAll());
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => (stopping ? process.exit(1) : void now()));
  }
  return { now, finished };
}

/** The demonstration service on its own port, or any when that is taken; workflows may call it although it is on loopback. */
async function startShop(): Promise<DemoService> {
  const demo = await startDemoService({ port: DEMO_PORT }).catch(() => startDemoService({ port: 0 }));
  const allowed = process.env["WEFT_ALLOWED_PRIVATE_HOSTS"];
  process.env["WEFT_ALLOWED_PRIVATE_HOSTS"] = [...(allowed ? [allowed] : []), new URL(demo.url).host].join(",");
  return demo;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Says whom we talk to, whatever the caller wrote there; behind a proxy that is trusted (`WEFT_TRUSTED_PROXIES` of them), whom that talks to. */
function sayAddress(next: Handler): Handler {
  const proxies = Number(process.env["WEFT_TRUSTED_PROXIES"] ?? 0);
  return (request, response) => {
    const hops = String(request.headers["x-forwarded-for"] ?? "").split(",");
    const told = Number.isInteger(proxies) && proxies > 0 ? hops.at(-proxies)?.trim() : undefined;
    const address = told === undefined || told === "" ? (request.socket.remoteAddress ?? "") : told;
    request.headers[ADDRESS_HEADER] = address.replace(/^::ffff:/, "");
    return next(request, response);
  };
}

/** Methods of HTTP that no route can have: a web `Request` does not take them. */
const UNANSWERABLE = new Set(["CONNECT", "TRACE", "TRACK"]);

/** Next answers a path that is no UTF-8 behind its percent signs, and some methods, with a bare 500; both are the caller's mistakes. */
function refuseMalformed(next: Handler): Handler {
  return (request, response) => {
    const refuse = (status: number, code: string, message: string, hint: string): void => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ error: { code, message, hint } }));
    };
    if (UNANSWERABLE.has(request.method ?? ""))
      return refuse(405, "method_not_allowed", `${request.method} is not possible here.`, "Use GET or POST.");
    if (isDecodable(request.url ?? "")) return next(request, response);
    return refuse(400, "bad_request", "The address is not UTF-8 behind its percent signs.", "Encode it with encodeURIComponent.");
  };
}

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

async function nextHandler(dev: boolean, port: number): Promise<Handler> {
  const { default: next } = await import("next");
  const app = next({ dev, dir: ROOT, port, hostname: "127.0.0.1" });
  await app.prepare();
  return app.getRequestHandler();
}
