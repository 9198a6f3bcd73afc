import { invariant } from "../../codegen/invariant.ts";
import type { Graph } from "../../codegen/schema/graph.ts";
import { nextTime } from "../engine/schedules.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { recordAudit } from "../workspaces/record-audit.ts";
import { storableText } from "./outline.ts";
import { saveRefused } from "./save-refused.ts";
import { findVersionText, makeLive, selectVersions } from "./store.ts";
import { triggerOf } from "./trigger-of.ts";

/** Makes a listed version live, with its trigger and the name it has. Runs that started keep the version they have. */
export async function makeVersionLive(
  server: Pick<Server, "database">,
  access: Access,
  workflow: { readonly id: string; readonly workspaceId: string; readonly name: string },
  number: number,
): Promise<void> {
  const versions = await selectVersions(server.database, workflow.workspaceId, workflow.id);
  const target = versions.find((candidate) => candidate.number === number);
  if (!target) {
    const known = versions.map((candidate) => candidate.number).join(", ");
    throw new AppError("not_found", `${workflow.name} has no version ${number}.`, {
      hint: known === "" ? "It was never published." : `It has ${known}.`,
    });
  }
  const text = await findVersionText(server.database, target.id);
  invariant(text, `the version ${target.id} of ${workflow.name} is not stored`);
  // What was stored as a version had been checked as a graph.
  const graph = text.graph as unknown as Graph;
  const config = triggerOf(graph);
  const live = { name: graph.name, title: storableText(graph.title), description: storableText(graph.description) };
  const refusal = await makeLive(server.database, workflow, { id: target.id, live }, { config, nextFireAt: nextTime(config, new Date()) });
  if (refusal) throw saveRefused(refusal, graph.name);
  await recordAudit(server, access, { action: "version.made-live", target: graph.name, details: { version: number } });
}
