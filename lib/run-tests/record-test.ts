import type { RuntimeStep } from "../engine/contract.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { WorkspaceCatalog } from "../plugins/load-catalog.ts";
import type { Server } from "../running-server.ts";
import { findCompileContext } from "../workflows/compile-context.ts";
import { playTest } from "./play-test.ts";
import { recordRun } from "./record-run.ts";

/**
 * A finished run as a test that the version which ran passes. Throws what `recordRun` does, `invalid_graph` when that version no longer
 * compiles, and `conflict` when it does something else each time, as one does that draws random numbers.
 */
export async function recordTest(
  server: Pick<Server, "database" | "engine" | "compiler" | "plugins" | "playModule">,
  access: Access,
  id: string,
): Promise<Awaited<ReturnType<typeof recordRun>> & { readonly steps: readonly RuntimeStep[]; readonly catalog: WorkspaceCatalog }> {
  const recorded = await recordRun(server, access, id);
  const context = await findCompileContext(server, access.workspaceId);
  const { graph, version } = server.compiler.compile(recorded.version.graph, context);
  const { catalog } = context;
  const { status, problems } = await playTest({ graph, ...version }, recorded.run, { catalog, play: server.playModule });
  if (status === "failed") {
    throw new AppError("conflict", `The run ${id} cannot be a test, since its workflow does not do the same again: ${problems[0] ?? ""}`, {
      hint: "What draws random numbers or writes in a language's own way (`toLocaleString`) is not the same everywhere: let an action do it, whose answers are recorded.",
    });
  }
  return { ...recorded, steps: version.steps, catalog };
}
