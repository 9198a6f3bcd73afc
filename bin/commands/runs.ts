import type { RunStepView, RunSummary } from "../../lib/api/schemas.ts";
import type { RunStatus } from "../../lib/engine/contract.ts";
import { cancelRun } from "../../lib/runs/cancel-run.ts";
import { listRuns } from "../../lib/runs/list-runs.ts";
import { showRun } from "../../lib/runs/show-run.ts";
import { wakeRun } from "../../lib/runs/wake-run.ts";
import { withServer } from "../open-server.ts";
import { duration, print, printJson } from "../print.ts";
import { UsageError } from "../usage-error.ts";

export interface ListRunsOptions {
  readonly workflow?: string;
  readonly status?: RunStatus;
  readonly limit: number;
  readonly json?: boolean;
}

/** `weft runs list`. */
export async function listRunsCommand(options: ListRunsOptions): Promise<void> {
  const { workflow, status, limit } = options;
  if (!Number.isInteger(limit) || limit < 1 || limit > 200)
    throw new UsageError("--limit is not a number from 1 to 200", "For example: weft runs list --limit 50");
  const page = await withServer({ deliver: false }, ({ server, access, url }) =>
    listRuns(server, access, { workflow, status, limit }, url),
  );
  if (options.json) return printJson(page);
  await print(page.runs.length === 0 ? "No runs." : page.runs.map(runLine).join("\n"));
}

/** `weft runs show`. */
export async function showRunCommand(id: string, options: { json?: boolean }): Promise<void> {
  const run = await withServer({ deliver: false }, ({ server, access, url }) => showRun(server, access, id, url));
  if (options.json) return printJson(run);
  const lines = [runLine(run), ...run.steps.map(stepLine)];
  for (const wait of run.waits)
    lines.push(`  ⏸ ${wait.node}  waits for ${wait.kind === "approval" ? "an approval" : "an event"}: ${wait.url}`);
  if (run.error) lines.push(`  ${run.error.node === undefined ? "" : `${run.error.node}: `}${run.error.message}`);
  if (run.status === "completed") lines.push(`  result: ${JSON.stringify(run.result)}`);
  await print(lines.join("\n"));
}

/** `weft runs cancel`. */
export async function cancelRunCommand(id: string, options: { json?: boolean }): Promise<void> {
  const run = await withServer({ deliver: true }, ({ server, access, url }) => cancelRun(server, access, id, url));
  await (options.json ? printJson(run) : print(runLine(run)));
}

/** `weft runs wake`: ends what a run sleeps through; a server, or this process, goes on with it. */
export async function wakeRunCommand(id: string, options: { wait?: string; json?: boolean }): Promise<void> {
  const woken = await withServer({ deliver: true }, ({ server, access }) => wakeRun(server, access, id, options.wait));
  await (options.json
    ? printJson(woken)
    : print(`${id} is awake: ${woken.woken === 1 ? "its sleep has" : `${woken.woken} sleeps have`} ended.`));
}

function runLine(run: RunSummary): string {
  const took = run.endedAt === null || run.startedAt === null ? "" : `  ${duration(Date.parse(run.endedAt) - Date.parse(run.startedAt))}`;
  return `${run.id}  ${run.status.padEnd(9)}  ${run.workflow} v${run.version}  ${run.createdAt}${took}`;
}

function stepLine(step: RunStepView): string {
  const took = step.durationMs === null ? "" : `  ${duration(step.durationMs)}`;
  const attempts = step.attempt > 1 ? `  attempt ${step.attempt}` : "";
  return `  ${step.node}  ${step.status}${took}${attempts}${step.error ? `  ${step.error.message}` : ""}`;
}
