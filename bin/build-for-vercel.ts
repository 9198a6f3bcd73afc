/** What Vercel builds with: brings the database up to date, builds, and names the files that the functions need. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { AppError } from "../lib/errors.ts";
import { ROOT } from "./data-folder.ts";
import { migrateForBuild } from "./migrate-for-build.ts";
import { reportFailure } from "./report-failure.ts";
import { completeTrace } from "./trace-server.ts";

async function build(): Promise<void> {
  await migrateForBuild(process.env["DATABASE_URL"]);
  console.log("The database is up to date.");
  const cli = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const child = spawn(process.execPath, [cli, "build", ROOT], { stdio: "inherit", cwd: ROOT });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new AppError("unavailable", "The server could not be built.", { hint: "Read what Next says above." });
  await completeTrace();
}

await build().catch((error: unknown) => {
  process.exitCode = reportFailure(error);
});
