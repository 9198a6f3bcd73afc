import type { DocumentSummary } from "../api/document-schemas.ts";
import type { Access } from "../keys/access.ts";
import { reachable } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { outlineOf } from "../workflows/outline.ts";
import { storedGraph } from "./find-document.ts";
import { findPeople } from "./find-people.ts";
import { presentDocument } from "./present.ts";
import { selectDocuments, selectGraphs } from "./store.ts";

/** Every workflow that the caller reaches, published or not, last changed first; the archived ones instead when asked for. */
export async function listDocuments(
  server: Pick<Server, "database" | "system">,
  access: Access,
  { archived }: { readonly archived: boolean },
): Promise<{ documents: DocumentSummary[] }> {
  const rows = await selectDocuments(server.database, access.workspaceId, { archived, ids: reachable(access) });
  const bare = rows.filter((row) => !row.outline).map((row) => row.id);
  const [graphs, people] = await Promise.all([
    selectGraphs(server.database, access.workspaceId, bare),
    findPeople(
      server,
      rows.map((row) => row.updatedBy),
    ),
  ]);
  return { documents: rows.map((row) => presentDocument(row, row.outline ?? outlineOf(storedGraph(graphs.get(row.id))), people)) };
}
