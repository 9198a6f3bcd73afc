import { AppError } from "../errors.ts";
import { hideMarkers } from "../engine/run-variables.ts";
import type { Recording } from "../exports/template/tests/recording.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { findFullRunRow } from "../runs/store.ts";
import { runNotFound } from "../runs/find-run.ts";
import { showTimeline } from "../timeline/show-timeline.ts";
import { recordEndings } from "./record-endings.ts";
import type { RecordedRun } from "./recorded-run.ts";
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
  if ((row.status !== "completed" && row.status !== "failed") || !row.completedAt) {
    throw new AppError("conflict", `The run ${id} is ${row.status}; a test replays one that has completed or failed.`, {
      hint: "Wait for its end, or choose another run.",
    });
  }
  const endings = await recordEndings(server, access, { id, steps: timeline.steps, graph: version.graph, values });
  const result = row.response ? { $response: row.response, body: row.result } : (row.result ?? null);
  const recording: Recording = {
    startedAt: row.createdAt.toISOString(),
    endedAt: row.completedAt.toISOString(),
    endings,
    outcome: row.status === "completed" ? { result } : { failure: row.error?.message ?? "" },
  };
  const named = { values: version.variables, unset: {} };
  // Wherever a secret's marker went, its name is shown.
  const hidden = hideMarkers({ input: row.input, recording, variables: version.variables }, named) as Omit<RecordedRun, "title">;
  return { run: { ...hidden, title: `does what it did in ${id}` }, version, workflowId: row.workflowId };
}
