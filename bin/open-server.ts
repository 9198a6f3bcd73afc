import { ensureDatabase } from "../lib/db/index.ts";
import type { Access } from "../lib/keys/access.ts";
import { local } from "../lib/keys/access.ts";
import type { Server } from "../lib/running-server.ts";
import { createServer } from "../lib/server.ts";
import { dataFolder } from "./data-folder.ts";
import { runningAt } from "./running-copy.ts";

/** Weft's server without its HTTP side, for one command. */
export interface OpenServer {
  readonly server: Server;
  readonly access: Access;
  /** Makes a path of the API absolute, at the running HTTP server or where it would be. */
  readonly url: (path: string) => string;
  close(): Promise<void>;
}

/** Connects to the database of the environment, or joins or starts the embedded one. With `deliver`, this process also works on runs. */
export async function openServer(options: { deliver: boolean }): Promise<OpenServer> {
  const databaseUrl = process.env["DATABASE_URL"];
  const dataDir = databaseUrl === undefined || databaseUrl === "" ? await dataFolder() : undefined;
  const database = await ensureDatabase({ dataDir: dataDir ?? "", databaseUrl });
  try {
    const server = await createServer({ databaseUrl: database.url, deliver: options.deliver });
    const base = (dataDir === undefined ? undefined : (await runningAt(dataDir))?.url) ?? `http://127.0.0.1:${process.env["PORT"] ?? 3000}`;
    return {
      server,
      access: local(server.workspaceId),
      url: (path) => `${base}${path}`,
      async close() {
        await server.stop();
        await database.stop();
      },
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** Runs a command's work between opening and closing; closes whatever happens. */
export async function withServer<T>(options: { deliver: boolean }, work: (open: OpenServer) => Promise<T>): Promise<T> {
  const open = await openServer(options);
  try {
    return await work(open);
  } finally {
    await open.close();
  }
}
