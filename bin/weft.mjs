#!/usr/bin/env node
// Starts the command on a Node that runs TypeScript: this one when it can, else the one pinned in the dependencies.
import { spawn } from "node:child_process";
import module, { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(import.meta.url);

if (process.features.typescript && Number(process.versions.node.split(".")[0]) >= 24) {
  module.enableCompileCache?.();
  if (here.split(sep).includes("node_modules")) await import("./strip-types.mjs");
  await import("./weft.ts");
} else {
  const pinned = join(
    dirname(createRequire(import.meta.url).resolve("node/package.json")),
    "bin",
    process.platform === "win32" ? "node.exe" : "node",
  );
  const child = spawn(pinned, ["--disable-warning=ExperimentalWarning", here, ...process.argv.slice(2)], { stdio: "inherit" });
  // A terminal sends Ctrl-C to both; a supervisor sends SIGTERM to this process alone.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.on("error", (error) => {
    console.error(`weft: the pinned Node could not be started (${error.message}). Run "npm install" again.`);
    process.exitCode = 1;
  });
  child.on("exit", (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 128 + (signal === "SIGINT" ? 2 : 15);
  });
}
