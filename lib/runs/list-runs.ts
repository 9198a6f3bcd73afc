import type { RunPage } from "../api/schemas.ts";
import type { RunStatus } from "../engine/contract.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import { reachable, reaches } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { findWorkflowIds } from "../workflows/store.ts";
import type { UrlOf } from "./present.ts";
import { presentRun } from "./present.ts";
import { selectRuns } from "./store.ts";

export interface RunQuery {
  readonly status?: RunStatus | undefined;
  /** A workflow's name. */
  readonly workflow?: string | undefined;
  /** 1 to 200. */
  readonly limit: number;
  /** `next` of the page before. */
  readonly cursor?: string | undefined;
}

/** One page of the runs the caller reaches, newest first. */
export async function listRuns(server: Pick<Server, "database">, access: Access, query: RunQuery, url: UrlOf): Promise<RunPage> {
  const { cursor, limit, status } = query;
  const before = cursor === undefined ? undefined : parseCursor(cursor);
  const workflowIds = await narrow(server, access, query.workflow);
  // One more than asked for tells whether there is a next page.
  const rows = await selectRuns(server.database, {
    workspaceId: access.workspaceId,
    workflowIds,
    status,
    before,
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { runs: page.map((run) => presentRun(run, url)), next: rows.length > limit && last ? makeCursor(last) : null };
}

/** The ids of the workflows whose runs are asked for and may be seen; undefined for all. */
async function narrow(
  server: Pick<Server, "database">,
  access: Access,
  workflow: string | undefined,
): Promise<readonly string[] | undefined> {
  if (workflow === undefined) return reachable(access);
  const ids = await findWorkflowIds(server.database, access.workspaceId, [workflow]);
  return [...ids.values()].filter((id) => reaches(access, id));
}

function makeCursor(run: { createdAt: Date; id: string }): string {
  return `${run.createdAt.getTime().toString(36)}-${run.id}`;
}

function parseCursor(cursor: string): { createdAt: Date; id: string } {
  const [, time = "", id = ""] = /^([0-9a-z]{1,9})-([A-Za-z0-9_-]+)$/.exec(cursor) ?? [];
  if (id === "") {
    throw new AppError("invalid_input", "query.cursor: is not a cursor of ours.", { hint: "Pass `next` of the page before, unchanged." });
  }
  return { createdAt: new Date(parseInt(time, 36)), id };
}
