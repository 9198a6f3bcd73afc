/** Starts the packed server: engine and HTTP on the database of `DATABASE_URL`, until a signal. It writes no file. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { z } from "zod";
import { bootServer } from "../lib/server.ts";
import { ROOT } from "./data-folder.ts";
import { httpHandler } from "./http-handler.ts";
import { listen } from "./listen.ts";
import { reportFailure } from "./report-failure.ts";
import { stopOnSignal } from "./stop-on-signal.ts";

async function serve(): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  const stop = stopOnSignal(undo);
  try {
    // Next reads its configuration, which is TypeScript and needs the compiler, only where it is not given what the build made of it.
    const built = z
      .object({ config: z.unknown() })
      .parse(JSON.parse(await readFile(join(ROOT, ".next", "required-server-files.json"), "utf8")));
    process.env["__NEXT_PRIVATE_STANDALONE_CONFIG"] = JSON.stringify(built.config);
    const weft = await bootServer();
    undo.push(() => weft.stop());
    const http = createServer();
    const { url, port } = await listen(http, process.env["HOST"] ?? "127.0.0.1", process.env["PORT"]);
    undo.push(async () => {
      http.close();
      http.closeAllConnections();
    });
    process.env["PORT"] = String(port);
    http.on("request", await httpHandler({ dev: false, port }));
    console.log(`Weft answers at ${url}`);
    await stop.finished;
  } catch (error) {
    await stop.now();
    throw error;
  }
}

await serve().catch((error: unknown) => {
  process.exitCode = reportFailure(error);
});
