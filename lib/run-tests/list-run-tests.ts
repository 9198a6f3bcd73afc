import type { RunTest } from "../api/document-schemas.ts";
import { findDocument, findDraft } from "../documents/find-document.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { findCompileContext } from "../workflows/compile-context.ts";
import { playTest } from "./play-test.ts";
import { selectRunTests } from "./store.ts";

/** The tests of a workflow and how they go with its draft. Throws `invalid_graph` for a draft with errors, where there are tests. */
export async function listRunTests(
  server: Pick<Server, "database" | "compiler" | "plugins" | "playModule">,
  access: Access,
  id: string,
): Promise<{ tests: RunTest[] }> {
  await findDocument(server, access, id);
  const tests = await selectRunTests(server.database, access.workspaceId, id);
  if (tests.length === 0) return { tests: [] };
  const context = await findCompileContext(server, access.workspaceId);
  const { graph, version } = server.compiler.compile(await findDraft(server, access, id), context);
  const options = { catalog: context.catalog, play: server.playModule };
  const played = tests.map(async (test): Promise<RunTest> => {
    const { status, problems } = await playTest({ graph, ...version }, test.recorded, options);
    return { id: test.id, run: test.runId, createdAt: test.createdAt.toISOString(), status, problems: [...problems] };
  });
  return { tests: await Promise.all(played) };
}
