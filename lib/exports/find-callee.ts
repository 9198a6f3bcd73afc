import type { Graph } from "../../codegen/schema/graph.ts";
import { storedGraph } from "../documents/find-document.ts";
import type { Access } from "../keys/access.ts";
import { reaches } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { findLiveWorkflow, findVersionText } from "../workflows/store.ts";

/** What a `control.call` of this name runs now, under that name; undefined for what does not exist or the caller does not reach. */
export async function findCallee(server: Pick<Server, "database">, access: Access, name: string): Promise<Graph | undefined> {
  const live = await findLiveWorkflow(server.database, access.workspaceId, name);
  if (!live || !reaches(access, live.id)) return undefined;
  const version = await findVersionText(server.database, live.versionId);
  // It may be called by a name that it had before.
  return version && { ...storedGraph(version.graph), name };
}
