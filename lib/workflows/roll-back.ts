import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { findWorkflow } from "./find-workflow.ts";
import { makeVersionLive } from "./make-version-live.ts";

/** Makes an older (or newer) listed version of a published workflow the live one. */
export async function rollBack(
  server: Pick<Server, "database">,
  access: Access,
  name: string,
  version: number,
): Promise<{ workflow: string; version: number }> {
  const workflow = await findWorkflow(server, access, name);
  await makeVersionLive(server, access, workflow, version);
  return { workflow: name, version };
}
