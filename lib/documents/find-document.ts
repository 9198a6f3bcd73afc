import type { Graph } from "../../codegen/schema/graph.ts";
import { invariant } from "../../codegen/invariant.ts";
import { parseGraph } from "../../codegen/schema/parse-graph.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import { reaches } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import type { DocumentRow } from "./store.ts";
import { findDocumentRow, selectGraphs } from "./store.ts";

/** A workflow the caller reaches; for whom it is not, it does not exist: `not_found`. */
export async function findDocument(server: Pick<Server, "database">, access: Access, id: string): Promise<DocumentRow> {
  const row = reaches(access, id) ? await findDocumentRow(server.database, access.workspaceId, id) : undefined;
  if (!row) throw documentNotFound(id);
  return row;
}

/** The draft of a workflow that exists. */
export async function findDraft(server: Pick<Server, "database">, access: Access, id: string): Promise<Graph> {
  const graph = (await selectGraphs(server.database, access.workspaceId, [id])).get(id);
  if (!graph) throw documentNotFound(id);
  return storedGraph(graph);
}

/** A graph that was checked when it was stored. */
export function storedGraph(stored: unknown): Graph {
  const parsed = parseGraph(stored);
  invariant("graph" in parsed, "a stored draft is no graph");
  return parsed.graph;
}

export function documentNotFound(id: string): AppError {
  return new AppError("not_found", `No workflow ${id}.`, { hint: "List them with GET /api/documents." });
}
