import { isPending } from "../../plugins/kit/pending.ts";
import type { TimelineStep } from "../api/run-schemas.ts";
import { AppError } from "../errors.ts";
import { hideMarkers } from "../engine/run-variables.ts";
import type { RecordedCall, Recording } from "../exports/template/tests/recording.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { findFullRunRow } from "../runs/store.ts";
import { runNotFound } from "../runs/find-run.ts";
import { showTimeline } from "../timeline/show-timeline.ts";
import type { RecordedRun } from "./recorded-run.ts";
import { stepNameOf } from "./recorded-run.ts";
import type { RanVersion } from "./store.ts";
import { findRanVersion } from "./store.ts";

/**
 * A finished run as a test replays it: secrets were taken out when it ran, and secret variables stand there by their names. Throws
 * `not_found`, and `conflict` for a run that has not ended by itself.
 */
export async function recordRun(
  server: Pick<Server, "database" | "engine">,
  access: Access,
  id: string,
): Promise<{ readonly run: RecordedRun; readonly version: RanVersion; readonly workflowId: string }> {
  const { database } = server;
  const timeline = await showTimeline(server, access, id, (path) => path);
  const [row, version, values] = await Promise.all([
    findFullRunRow(database, access.workspaceId, id),
    findRanVersion(database, access.workspaceId, id),
    server.engine.readSteps(id),
  ]);
  if (!row || !version) throw runNotFound(id);
  if (row.status !== "completed" && row.status !== "failed") {
    throw new AppError("conflict", `The run ${id} is ${row.status}; a test replays one that has completed or failed.`, {
      hint: "Wait for its end, or choose another run.",
    });
  }
  const configs = new Map(version.graph.nodes.map((node) => [node.id, node]));
  const calls: RecordedCall[] = [];
  const waits: Record<string, { answer?: unknown }[]> = {};
  // In the order in which they ended, by which a replay answers those that were made together.
  const places = new Map([...values.keys()].map((stepId, place) => [stepId, place]));
  const steps = timeline.steps.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
  for (const step of steps) {
    const node = configs.get(step.node);
    if (step.type === "approval" || step.type === "event") {
      const record = await server.engine.readStep(id, step.id);
      (waits[step.node] ??= []).push(record?.output === undefined ? {} : { answer: record.output });
      continue;
    }
    if (step.type === "sleep" || node?.kind === "code" || node === undefined) continue;
    const { input, output } = values.get(step.id) ?? { input: null, output: undefined };
    // A job under way is asked for again; what it comes to is what counts.
    if (isPending(output)) continue;
    const name = stepNameOf(step.type === "child" ? { workflow: String(node.config?.["workflow"]) } : { action: node.kind });
    calls.push({ node: step.node, step: name, input, ...(await outcomeOf(server, access, step, output)) });
  }
  const result = row.response ? { $response: row.response, body: row.result } : (row.result ?? null);
  const ending = row.status === "completed" ? { result } : { failure: row.error?.message ?? "" };
  const named = { values: version.variables, unset: {} };
  const recording: Recording = { calls, waits };
  // Wherever a secret's marker went, its name is shown.
  const hidden = hideMarkers({ input: row.input, recording, variables: version.variables, ending }, named) as Omit<RecordedRun, "title">;
  return { run: { ...hidden, title: `does what it did in ${id}` }, version, workflowId: row.workflowId };
}

async function outcomeOf(
  server: Pick<Server, "database">,
  access: Access,
  step: TimelineStep,
  output: unknown,
): Promise<Pick<RecordedCall, "output" | "error">> {
  if (step.error) {
    const { message, name, status } = step.error;
    return { error: { message, ...(name === undefined ? {} : { name }), ...(status === undefined ? {} : { status }) } };
  }
  if (step.childRun === null) return output === undefined ? {} : { output };
  const child = await findFullRunRow(server.database, access.workspaceId, step.childRun);
  return { output: child?.result ?? null };
}
