import { AppError } from "../errors.ts";
import type { RunStatus, StartOptions } from "../engine/contract.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { findRun, hasEnded } from "./find-run.ts";
import type { UrlOf } from "./present.ts";
import { findRepeatable, findRunRow, type RepeatableRow } from "./store.ts";

export interface RerunRequest {
  readonly from: "start" | "failed";
  readonly version: "same" | "live";
}

/**
 * Starts a run that repeats another with the same input: from its start, or from where it failed, without doing again what it completed.
 * Throws `conflict` when there is nothing to repeat in this way.
 */
export async function rerunRun(
  server: Pick<Server, "database" | "engine">,
  access: Access,
  id: string,
  request: RerunRequest,
  url: UrlOf,
): Promise<{ run: { id: string; url: string; status: RunStatus } }> {
  const run = await findRun(server, access, id);
  const repeated = await findRepeatable(server.database, access.workspaceId, id);
  if (!repeated) throw new AppError("not_found", `No run ${id}.`);
  if (repeated.archived)
    throw new AppError("conflict", `${run.workflow} is archived, so nothing of it runs.`, { hint: "Restore the workflow first." });
  if (request.from === "failed" && run.status !== "failed") {
    const state = hasEnded(run.status) ? `it ${run.status === "cancelled" ? "was cancelled" : "completed"}` : "it is still going";
    throw new AppError("conflict", `The run ${id} did not fail: ${state}.`, { hint: "Run it again from the start." });
  }
  const started = await server.engine.start({
    workspaceId: access.workspaceId,
    versionId: versionFor(repeated, request.version),
    input: repeated.input,
    // A person asked for it, whatever started the first one; a test stays one.
    trigger: run.trigger === "test" && request.version === "same" ? "test" : "manual",
    rerun: { of: id, from: request.from },
    ...pinsFor(repeated, request.version),
  });
  const made = await findRunRow(server.database, access.workspaceId, started.runId);
  return { run: { id: started.runId, url: url(`/api/runs/${started.runId}`), status: made?.status ?? "running" } };
}

function versionFor({ versionId, liveVersionId, name }: RepeatableRow, version: RerunRequest["version"]): string {
  if (version === "same") return versionId;
  if (liveVersionId !== null) return liveVersionId;
  throw new AppError("conflict", `${name} has no live version.`, { hint: "Publish it, or run the same version again." });
}

/** What was pinned was pinned for the version that was tested. */
function pinsFor({ pins }: RepeatableRow, version: RerunRequest["version"]): Pick<StartOptions, "pins"> {
  return version === "same" && pins ? { pins } : {};
}
