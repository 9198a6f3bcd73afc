import type { StepDetails } from "../api/run-schemas.ts";
import { AppError } from "../errors.ts";
import type { StepRecord } from "../engine/contract.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { findRun, hasEnded } from "../runs/find-run.ts";
import type { UrlOf } from "../runs/present.ts";
import { findNodes } from "../runs/store.ts";
import { CALL_KIND, presentTimeline, withoutNode } from "./timeline-steps.ts";
import { selectTimeline } from "./store.ts";

/** One step or wait of a run with what went in and came out, its attempts and what it printed. */
export async function showStep(
  server: Pick<Server, "database" | "engine">,
  access: Access,
  target: { readonly id: string; readonly step: string },
  url: UrlOf,
): Promise<StepDetails> {
  const { database } = server;
  const run = await findRun(server, access, target.id);
  const nodes = (await findNodes(database, access.workspaceId, run.id)) ?? {};
  // What a call came to is known from the other waits of the run.
  const isCall = nodes[/^step_(.+)_\d+$/.exec(target.step)?.[1] ?? ""]?.kind === CALL_KIND;
  const [rows, record] = await Promise.all([
    selectTimeline(database, run.id, isCall ? undefined : { ids: [target.step], nodes: [] }),
    server.engine.readStep(run.id, target.step),
  ]);
  const view = { nodes, hasEnded: hasEnded(run.status), mayAnswer: access.permissions.has("run"), url };
  const step = presentTimeline(rows, view).find(({ id }) => id === target.step);
  if (!step)
    throw new AppError("not_found", `The run ${run.id} has no step ${target.step}.`, {
      hint: "GET /api/runs/{id}/timeline lists its steps.",
    });
  const attempts = (record?.attempts ?? []).map(presentAttempt);
  const isUnderWay = step.status === "running" && step.startedAt !== null && attempts.at(-1)?.number !== step.attempt;
  return {
    ...step,
    input: record?.input ?? null,
    output: record?.output ?? null,
    logs: attempts.at(-1)?.logs ?? [],
    attempts:
      isUnderWay && step.startedAt !== null
        ? [...attempts, { number: step.attempt, startedAt: step.startedAt, endedAt: null, error: null, logs: [] }]
        : attempts,
  };
}

function presentAttempt({ number, startedAt, endedAt, error, logs }: StepRecord["attempts"][number]): StepDetails["attempts"][number] {
  return {
    number,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt.toISOString(),
    error: withoutNode(error ?? null),
    logs: [...logs],
  };
}
