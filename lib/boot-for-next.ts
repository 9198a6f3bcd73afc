import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { bootServer } from "./server.ts";
import { hasRunningServer } from "./running-server.ts";
import { vercelUrl } from "./vercel.ts";

/**
 * Boots the server when Next was not started by the command (`next start`, `next dev`), which boots it before Next. It is loaded as Node
 * runs it, not bundled: the engine, the compiler and the sandbox read files beside their modules. The working directory is the repository.
 */
export async function bootForNext(): Promise<void> {
  if (hasRunningServer()) return;
  const url = vercelUrl();
  if (url !== undefined) process.env["WEFT_URL"] ??= url;
  const file = pathToFileURL(join(process.cwd(), "lib", "server.ts")).href;
  // An import that the bundler must not follow has no type of its own.
  const loaded = (await import(/* turbopackIgnore: true */ file)) as { bootServer: typeof bootServer };
  const server = await loaded.bootServer();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void server.stop());
}
