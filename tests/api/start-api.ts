import { createTestDatabase } from "../../lib/db/test-database.ts";
import { local } from "../../lib/keys/access.ts";
import { createKey, type NewKey } from "../../lib/keys/create-key.ts";
import type { Server } from "../../lib/running-server.ts";
import { setRunningServer } from "../../lib/running-server.ts";
import { createServer } from "../../lib/server.ts";
import { serveRoutes } from "./serve-routes.ts";

export interface Api {
  readonly url: string;
  readonly server: Server;
  /** Calls the API; `key` is sent as a bearer. A plain object as `json` becomes the body. */
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  newKey(options?: Partial<NewKey>): Promise<{ id: string; key: string }>;
  /** Publishes a graph with an admin key and returns its name. */
  publish(graph: object): Promise<string>;
  close(): Promise<void>;
}

interface CallOptions {
  readonly key?: string | undefined;
  readonly json?: unknown;
  readonly body?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // Tests read answers they have just described.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly json: any;
}

/** The whole application on a database of its own: engine, compiler, routes. */
export async function startApi(): Promise<Api> {
  const database = await createTestDatabase();
  const server = await createServer({ databaseUrl: database.url });
  setRunningServer(server);
  const routes = await serveRoutes();
  const access = local(server.workspaceId);
  const newKey: Api["newKey"] = (options = {}) => createKey(server, access, { name: "test", ...options });
  const call: Api["call"] = async (method, path, options = {}) => {
    const headers = new Headers(options.headers);
    if (options.key) headers.set("authorization", `Bearer ${options.key}`);
    if (options.json !== undefined) headers.set("content-type", "application/json");
    const body = options.json === undefined ? (options.body ?? null) : JSON.stringify(options.json);
    const response = await fetch(`${routes.url}${path}`, { method, headers, body, redirect: "manual" });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    return { status: response.status, headers: response.headers, text, json: isJson && text !== "" ? JSON.parse(text) : undefined };
  };
  const admin = await newKey({ admin: true });
  return {
    url: routes.url,
    server,
    call,
    newKey,
    async publish(graph) {
      const answer = await call("POST", "/api/workflows", { key: admin.key, json: graph });
      if (answer.status !== 200) throw new Error(answer.text);
      return answer.json.workflow as string;
    },
    async close() {
      await routes.close();
      await server.stop();
      await database.drop();
    },
  };
}

interface NodeLike {
  readonly id: string;
  readonly kind: string;
  readonly config?: object;
  readonly label?: string;
  readonly connection?: string;
  readonly policy?: object;
  readonly output?: object;
}

/** A graph whose nodes follow one another, after an http trigger with this config. */
export function chain(name: string, trigger: object, ...nodes: readonly NodeLike[]): object {
  const all = [{ id: "input", kind: "trigger", config: { on: "http", ...trigger } }, ...nodes];
  const edges = nodes.map((node, at) => {
    const source = all[at];
    return { id: `e${at}`, source: source?.id, port: portOf(source?.kind ?? ""), target: node.id };
  });
  return { weft: 1, name, nodes: all, edges };
}

function portOf(kind: string): string {
  return kind === "control.approval" ? "approved" : "out";
}

/** Waits until `read` gives a value that `done` accepts. */
export async function until<T>(read: () => Promise<T>, done: (value: T) => boolean): Promise<T> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const value = await read();
    if (done(value)) return value;
    if (Date.now() > deadline) throw new Error(`Still ${JSON.stringify(value)} after 15 s.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
