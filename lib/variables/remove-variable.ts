import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { deleteVariable } from "./store.ts";

/** Removes a variable; throws `not_found` when the workspace sets none of this name. */
export async function removeVariable(
  server: Pick<Server, "database">,
  access: Access,
  name: string,
): Promise<{ name: string; removed: true }> {
  if (await deleteVariable(server.database, access.workspaceId, name)) return { name, removed: true };
  throw new AppError("not_found", `There is no variable ${name} in this workspace.`, {
    hint: "GET /api/variables lists them; one that comes from the server's environment is removed there.",
  });
}
