import { readdir } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join, relative } from "node:path";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { errorResponse } from "../../lib/api/error-response.ts";
import type { RouteHandler } from "../../lib/api/route.ts";

const APP = new URL("../../app/", import.meta.url).pathname;

export interface AppRoute {
  /** As Next writes it: `/api/runs/[id]`. */
  readonly path: string;
  readonly handlers: Readonly<Record<string, RouteHandler>>;
}

/** Every route file of the application, loaded as Node runs it. */
export async function loadRoutes(): Promise<AppRoute[]> {
  const files = (await readdir(APP, { recursive: true })).filter((file) => file.endsWith("route.ts"));
  return Promise.all(
    files.map(async (file) => ({
      path: `/${relative(APP, join(APP, file)).replace(/\/route\.ts$/, "")}`,
      // A route file exports handlers by method and nothing else.
      handlers: (await import(pathToFileURL(join(APP, file)).href)) as Record<string, RouteHandler>,
    })),
  );
}

/** Serves the application's routes on a loopback port, without Next: what they answer is theirs, not the framework's. */
export async function serveRoutes(): Promise<{ url: string; close(): Promise<void> }> {
  const routes = (await loadRoutes()).map((route) => ({ ...route, match: matcher(route.path) }));
  // More fixed parts first, as Next prefers them.
  routes.sort((a, b) => Number(a.path.includes("[[")) - Number(b.path.includes("[[")) || fixedParts(b.path) - fixedParts(a.path));
  const server = createServer((message, response) => {
    const request = toRequest(message, response);
    const path = new URL(request.url).pathname;
    const found = routes.map((route) => ({ route, params: route.match(path) })).find(({ params }) => params);
    const handler = found?.route.handlers[request.method];
    const answer = handler ? handler(request, { params: Promise.resolve(found?.params ?? {}) }) : Promise.reject(new Error("no route"));
    void answer.catch((error: unknown) => errorResponse(error, request)).then((reply) => send(reply, response));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function fixedParts(path: string): number {
  return path.split("/").filter((part) => !part.startsWith("[")).length - 100 * path.split("[").length;
}

function matcher(path: string): (pathname: string) => Record<string, string> | undefined {
  const names: string[] = [];
  const pattern = path.replace("/[[...path]]", "(?:/.*)?").replace(/\[(\w+)\]/g, (_whole, name: string) => {
    names.push(name);
    return "([^/]+)";
  });
  const regex = new RegExp(`^${pattern}/?$`);
  return (pathname) => {
    const match = regex.exec(pathname);
    return match ? Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(match[at + 1] ?? "")])) : undefined;
  };
}

function toRequest(message: IncomingMessage, response: ServerResponse): Request {
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  const method = message.method ?? "GET";
  const hasBody = method !== "GET" && method !== "HEAD";
  const init: RequestInit & { duplex: "half" } = {
    method,
    headers: Object.entries(message.headers).map(([name, value]): [string, string] => [name, String(value)]),
    // Node's stream and the web's differ in their declared types only.
    body: hasBody ? (Readable.toWeb(message) as ReadableStream<Uint8Array>) : null,
    duplex: "half",
    signal: gone.signal,
  };
  return new Request(`http://${message.headers.host}${message.url}`, init);
}

async function send(reply: Response, response: ServerResponse): Promise<void> {
  for (const cookie of reply.headers.getSetCookie()) response.appendHeader("set-cookie", cookie);
  response.writeHead(reply.status, Object.fromEntries([...reply.headers].filter(([name]) => name !== "set-cookie")));
  if (reply.body) {
    const reader = reply.body.getReader();
    response.on("close", () => void reader.cancel().catch(() => undefined));
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) response.write(chunk.value);
  }
  response.end();
}
