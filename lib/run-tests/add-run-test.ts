import type { RunTest } from "../api/document-schemas.ts";
import { findDocument } from "../documents/find-document.ts";
import type { Access } from "../keys/access.ts";
import { newId } from "../new-id.ts";
import type { Server } from "../running-server.ts";
import { runNotFound } from "../runs/find-run.ts";
import { recordTest } from "./record-test.ts";
import { saveRunTest } from "./store.ts";

/** Makes a finished run of this workflow a test of it. Throws `not_found` for a run of another one, and what `recordTest` does. */
export async function addRunTest(
  server: Pick<Server, "database" | "engine" | "compiler" | "plugins" | "playModule">,
  access: Access,
  { id, run: runId }: { readonly id: string; readonly run: string },
): Promise<Omit<RunTest, "status" | "problems">> {
  await findDocument(server, access, id);
  const { run, workflowId } = await recordTest(server, access, runId);
  if (workflowId !== id) throw runNotFound(runId);
  const { workspaceId, userId } = access;
  const saved = await saveRunTest(server.database, { id: newId("tst"), workspaceId, workflowId, runId, recorded: run, createdBy: userId });
  return { id: saved.id, run: saved.runId, createdAt: saved.createdAt.toISOString() };
}
