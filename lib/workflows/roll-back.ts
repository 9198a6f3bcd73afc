import { invariant } from "../../codegen/invariant.ts";
import type { Graph } from "../../codegen/schema/graph.ts";
import { nextTime } from "../engine/schedules.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { findWorkflow } from "./find-workflow.ts";
import { findVersionText, makeLive, selectVersions } from "./store.ts";
import { triggerOf } from "./trigger-of.ts";

/** Makes an older (or newer) listed version the live one, with its trigger. Runs that started keep the version they have. */
export async function rollBack(
  server: Pick<Server, "database">,
  access: Access,
  name: string,
  version: number,
): Promise<{ workflow: string; version: number }> {
  const workflow = await findWorkflow(server, access, name);
  const versions = await selectVersions(server.database, workflow.id);
  const target = versions.find((candidate) => candidate.number === version);
  if (!target) {
    const known = versions.map((candidate) => candidate.number).join(", ");
    throw new AppError("not_found", `${name} has no version ${version}.`, { hint: `It has ${known}.` });
  }
  const text = await findVersionText(server.database, target.id);
  invariant(text, `the version ${target.id} of ${name} is not stored`);
  // What was stored as a version had been checked as a graph.
  const config = triggerOf(text.graph as unknown as Graph);
  await makeLive(server.database, workflow, target.id, { config, nextFireAt: nextTime(config, new Date()) });
  return { workflow: name, version };
}
