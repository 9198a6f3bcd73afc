import type { RunPage } from "../api/schemas.ts";
import type { RunStatus } from "../engine/contract.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import { reachable, reaches } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { findWorkflowIds } from "../workflows/store.ts";
import type { UrlOf } from "./present.ts";
import { presentRun } from "./present.ts";
import { findVersionIds, selectRuns } from "./store.ts";

export interface RunQuery {
  readonly status?: RunStatus | undefined;
  /** A workflow's name. */
  readonly workflow?: string | undefined;
  /** A workflow's id. */
  readonly document?: string | undefined;
  /** What started it. */
  readonly trigger?: string | undefined;
  /** The number of a version, of whichever workflow. */
  readonly version?: number | undefined;
  /** ISO 8601: made at this instant or later. */
  readonly from?: string | undefined;
  /** ISO 8601: made before this instant. */
  readonly to?: string | undefined;
  /** Words, or the beginnings of words, of its id, its error or its input. */
  readonly text?: string | undefined;
  /** 1 to 200. */
  readonly limit: number;
  /** `next` of the page before. */
  readonly cursor?: string | undefined;
}

/** One page of the runs the caller reaches, newest first. */
export async function listRuns(server: Pick<Server, "database" | "engine">, access: Access, query: RunQuery, url: UrlOf): Promise<RunPage> {
  const { cursor, limit, status, trigger, version, from, to, text } = query;
  const { workspaceId } = access;
  const before = cursor === undefined ? undefined : parseCursor(cursor);
  const workflowIds = await narrow(server, access, query);
  const versionIds = version === undefined ? undefined : await findVersionIds(server.database, workspaceId, version, workflowIds);
  if (workflowIds?.length === 0 || versionIds?.length === 0) return { runs: [], next: null };
  // One more than asked for tells whether there is a next page.
  const filter = {
    workspaceId,
    workflowIds,
    versionIds,
    status,
    trigger,
    from: from === undefined ? undefined : new Date(from),
    to: to === undefined ? undefined : new Date(to),
    before,
    limit: limit + 1,
  };
  const ids = text === undefined ? undefined : await server.engine.findByWords(text, filter);
  const rows = ids?.length === 0 ? [] : await selectRuns(server.database, { ...filter, ids });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { runs: page.map((run) => presentRun(run, url)), next: rows.length > limit && last ? makeCursor(last) : null };
}

/** The ids of the workflows whose runs are asked for and may be seen; undefined for all. */
async function narrow(
  server: Pick<Server, "database">,
  access: Access,
  { workflow, document }: RunQuery,
): Promise<readonly string[] | undefined> {
  if (workflow === undefined && document === undefined) return reachable(access);
  const named = workflow === undefined ? undefined : await findWorkflowIds(server.database, access.workspaceId, [workflow]);
  const ids = named
    ? [...named.values()].filter((id) => document === undefined || id === document)
    : document === undefined
      ? []
      : [document];
  return ids.filter((id) => reaches(access, id));
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
