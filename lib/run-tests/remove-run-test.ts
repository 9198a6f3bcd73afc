import { findDocument } from "../documents/find-document.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { deleteRunTest } from "./store.ts";

/** Publishing asks no more whether the draft does what this run did. */
export async function removeRunTest(
  server: Pick<Server, "database">,
  access: Access,
  { id, test }: { readonly id: string; readonly test: string },
): Promise<{ id: string; deleted: true }> {
  await findDocument(server, access, id);
  if (await deleteRunTest(server.database, access.workspaceId, id, test)) return { id: test, deleted: true };
  throw new AppError("not_found", `No test ${test} of this workflow.`, { hint: "List them with GET /api/documents/{id}/tests." });
}
