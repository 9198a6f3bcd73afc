import { graphSchema } from "../../codegen/schema/graph.ts";
import type { RunTimeline } from "../api/run-schemas.ts";
import type { Access } from "../keys/access.ts";
import { reaches } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { cutValue } from "./cut-value.ts";
import { hasEnded, runNotFound } from "../runs/find-run.ts";
import type { UrlOf } from "../runs/present.ts";
import { presentRun } from "../runs/present.ts";
import { findSkipped } from "./skipped-nodes.ts";
import { presentTimeline, sumUsage } from "./timeline-steps.ts";
import { findTimelineRun, hasNamelessWaits, selectTimeline } from "./store.ts";

/** What a run did and is doing, without large values: for a canvas, a waterfall, a list of waits. */
export async function showTimeline(server: Pick<Server, "database">, access: Access, id: string, url: UrlOf): Promise<RunTimeline> {
  const { database } = server;
  // The run's row first: what made it so is then in what is read after it.
  const run = await findTimelineRun(database, access.workspaceId, id);
  if (!run || !reaches(access, run.workflowId)) throw runNotFound(id);
  const ended = hasEnded(run.status);
  const [rows, isNameless] = await Promise.all([selectTimeline(database, id), hasNamelessWaits(database, id)]);
  const view = { nodes: run.nodes, hasEnded: ended, mayAnswer: access.permissions.has("run"), url };
  const steps = presentTimeline(rows, view);
  const graph = ended ? graphSchema.safeParse(run.graph).data : undefined;
  const traced = new Set(steps.map(({ node }) => node));
  // A sleep of an older version left a trace without a name: any of them may be it.
  if (isNameless) for (const node of graph?.nodes ?? []) if (node.kind === "control.sleep") traced.add(node.id);
  return {
    run: {
      ...presentRun(run, url),
      document: run.workflowId,
      title: run.title,
      parent: run.parentRunId,
      rerunOf: run.rerunOf,
      input: cutValue(run.input, run.inputBytes),
      result: run.status === "completed" ? cutValue(run.result, run.resultBytes) : null,
    },
    steps,
    skipped: graph ? findSkipped(graph, traced, run.status === "completed") : [],
    usage: sumUsage(steps),
  };
}
