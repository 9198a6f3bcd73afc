import { setTimeout as wait } from "node:timers/promises";
import type { Graph } from "../../codegen/schema/graph.ts";
import { isAppError } from "../../lib/errors.ts";
import type { Access } from "../../lib/keys/access.ts";
import { answerRun } from "../../lib/runs/answer-run.ts";
import { selectOpenWaits } from "../../lib/runs/store.ts";
import type { Server } from "../../lib/running-server.ts";
import type { inputOf } from "../../lib/triggers/manual-input.ts";
import { manualInput } from "../../lib/triggers/manual-input.ts";
import { publishWorkflow } from "../../lib/workflows/publish-workflow.ts";
import type { EvalRun } from "./case.ts";
import type { Ran } from "./check-run.ts";
import type { StubServices } from "./stub-services.ts";

const LONGEST_MS = 20_000;
const TICK_MS = 50;

/** Runs a proposed document as it would live, against the stub services, with a person who answers at once and sleeps that end at once. */
export async function runProposal(server: Server, access: Access, graph: Graph, stubs: StubServices, run: EvalRun): Promise<Ran> {
  stubs.reset(run.answers);
  const { versionId, trigger } = await publishWorkflow(server, access, graph, { listed: false });
  const input = readInput(versionId, trigger, run.input);
  if (typeof input === "string") return { status: "was not started", result: null, error: input, calls: [] };
  const { runId } = await server.engine.start({ workspaceId: access.workspaceId, versionId, input: input.value, trigger: "test" });
  const deadline = Date.now() + LONGEST_MS;
  let ended = await server.engine.waitForEnd(runId, TICK_MS);
  while (!ended && Date.now() < deadline) {
    await server.engine.wake(runId);
    for (const { node, kind } of await selectOpenWaits(server.database, runId)) {
      await answerRun(server, access, { id: runId, node }, kind === "approval" ? { approved: run.approved, by: "Ada" } : run.event).catch(
        ignoreAnswered,
      );
    }
    ended = await server.engine.waitForEnd(runId, TICK_MS);
  }
  if (!ended) {
    await server.engine.cancel(runId);
    await wait(TICK_MS);
    return { status: `did not end within ${LONGEST_MS / 1_000} s`, result: null, error: undefined, calls: stubs.calls };
  }
  return { status: ended.status, result: ended.result, error: ended.error?.message, calls: stubs.calls };
}

/** What the workflow is given, or why it takes no such input. */
function readInput(versionId: string, trigger: Parameters<typeof inputOf>[0], payload: unknown): { value: unknown } | string {
  try {
    return { value: manualInput(versionId, trigger, trigger.on === "schedule" ? undefined : payload) };
  } catch (error) {
    if (isAppError(error)) return `${error.message} ${JSON.stringify(error.details ?? {})}`;
    throw error;
  }
}

/** In a loop a wait may have been answered since it was listed. */
function ignoreAnswered(error: unknown): void {
  if (!isAppError(error) || error.code !== "not_found") throw error;
}
