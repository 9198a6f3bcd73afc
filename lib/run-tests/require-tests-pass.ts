import type { Catalog } from "../../codegen/catalog.ts";
import type { Graph } from "../../codegen/schema/graph.ts";
import type { CompiledVersion } from "../engine/contract.ts";
import { AppError } from "../errors.ts";
import type { Server } from "../running-server.ts";
import { playTest } from "./play-test.ts";
import { selectRunTests } from "./store.ts";

/** Throws `conflict` when a version does not do what the workflow's tests have recorded; the details say which mapping broke. */
export async function requireTestsPass(
  server: Pick<Server, "database" | "playModule">,
  workflow: { readonly workspaceId: string; readonly id: string },
  version: CompiledVersion & { readonly graph: Graph },
  catalog: Catalog,
): Promise<void> {
  const tests = await selectRunTests(server.database, workflow.workspaceId, workflow.id);
  const outcomes = await Promise.all(
    tests.map(async (test) => ({ test, ...(await playTest(version, test.recorded, { catalog, play: server.playModule })) })),
  );
  const failed = outcomes.filter(({ status }) => status === "failed");
  if (failed.length === 0) return;
  const count = failed.length === 1 ? "A test fails" : `${failed.length} tests fail`;
  throw new AppError("conflict", `${count}: ${failed[0]?.problems[0] ?? ""}`, {
    hint: "Mend it, remove the test, or publish with force.",
    details: { tests: failed.map(({ test, problems }) => ({ id: test.id, run: test.runId, problems })) },
  });
}
