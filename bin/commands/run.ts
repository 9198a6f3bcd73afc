import { once } from "node:events";
import { parse } from "../../codegen/index.ts";
import type { RunDetails } from "../../lib/api/schemas.ts";
import { AppError } from "../../lib/errors.ts";
import { type RerunRequest, rerunRun } from "../../lib/runs/rerun-run.ts";
import { showRun } from "../../lib/runs/show-run.ts";
import { watchRun } from "../../lib/runs/watch-run.ts";
import { manualInput } from "../../lib/triggers/manual-input.ts";
import { publishWorkflow } from "../../lib/workflows/publish-workflow.ts";
import { openCatalog, readServices } from "../open-catalog.ts";
import type { OpenServer } from "../open-server.ts";
import { openServer } from "../open-server.ts";
import { mark, printJson } from "../print.ts";
import { parseJson, readPayload, readText } from "../read-text.ts";
import { createRunView } from "../run-view.ts";

/** `weft run`: publishes an unlisted version, runs it durably, prints the result; exit code 1 when the run failed. */
export async function runCommand(file: string, options: { input?: string; service?: string[]; watch?: boolean }): Promise<void> {
  const services = await readServices(options.service);
  const document = await readWorkflow(file, options.service);
  const payload = await readPayload(options.input);
  await follow(options, async ({ server, access }) => {
    const { versionId, trigger } = await publishWorkflow(server, access, document, { listed: false, services });
    const input = manualInput(versionId, trigger, payload);
    const { runId } = await server.engine.start({ workspaceId: access.workspaceId, versionId, input, trigger: "manual" });
    return runId;
  });
}

/** `weft resume`: works on a run that was left, until it ends; prints its result. */
export async function resumeCommand(runId: string, options: { watch?: boolean }): Promise<void> {
  await follow(options, async () => runId);
}

/** `weft runs rerun`: repeats a run with the same input, from its start or its failure, and prints its result. */
export async function rerunCommand(run: string, options: RerunRequest & { watch?: boolean }): Promise<void> {
  const { from, version } = options;
  await follow(options, async ({ server, access, url }) => (await rerunRun(server, access, run, { from, version }, url)).run.id);
}

async function readWorkflow(file: string, services?: string[]): Promise<unknown> {
  const text = await readText(file);
  if (!file.endsWith(".ts")) return parseJson(text, file);
  const parsed = parse(text, await openCatalog(services));
  if (parsed.ok) return parsed.graph;
  throw new AppError("invalid_graph", `${file} is outside the language.`, { details: { diagnostics: parsed.diagnostics } });
}

/** Starts or finds a run in a process that works on it, shows it until it ends or Ctrl-C, and prints how it ended. */
async function follow(options: { watch?: boolean }, begin: (open: OpenServer) => Promise<string>): Promise<void> {
  const interrupt = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => interrupt.abort());
  const open = await openServer({ deliver: true });
  try {
    const runId = await begin(open);
    await watch(open, runId, options, interrupt.signal);
    if (interrupt.signal.aborted) {
      console.error(`\nLeft as it is. Carry on with: weft resume ${runId}`);
      process.exitCode = 130;
      return;
    }
    await printEnd(await showRun(open.server, open.access, runId, open.url));
  } finally {
    await open.close();
  }
}

async function watch(open: OpenServer, id: string, options: { watch?: boolean }, signal: AbortSignal): Promise<void> {
  const view = createRunView({ live: process.stderr.isTTY, lines: options.watch ?? false });
  const messages = await watchRun(open.server, open.access, { id, url: open.url, signal });
  const aborted = once(signal, "abort").catch(() => undefined);
  try {
    for (;;) {
      const next = await Promise.race([messages.next(), aborted.then(() => ({ done: true, value: undefined }) as const)]);
      if (next.done === true) return;
      if (next.value) view.show(next.value);
    }
  } finally {
    view.end();
  }
}

async function printEnd(run: RunDetails): Promise<void> {
  if (run.status === "completed") return printJson(run.result);
  process.exitCode = 1;
  const where = run.error?.node === undefined ? "" : ` at ${run.error.node}`;
  console.error(`${mark("red", `${run.workflow} ${run.status}${where}`)}${run.error ? `: ${run.error.message}` : ""}`);
  console.error(mark("dim", `weft runs show ${run.id}`));
}
