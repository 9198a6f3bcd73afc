import { parentPort, workerData } from "node:worker_threads";
import type { CodeTask } from "./execute-code.ts";
import { executeCode, loadEngine } from "./execute-code.ts";

// Written by the pool, the only one that starts this file: a flag the main thread raises to stop the code that runs.
const { stop } = workerData as { stop: Int32Array };
const engine = await loadEngine();

parentPort?.on("message", (task: CodeTask) => {
  const isAborted = (): boolean => Atomics.load(stop, 0) !== 0;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(executeCode(engine, task, isAborted));
});
