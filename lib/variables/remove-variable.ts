import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { environmentVariables } from "./environment-variables.ts";
import { deleteVariable, selectVariableUses } from "./store.ts";

/**
 * Removes a variable. Throws `not_found` when the workspace sets none of this name, and `conflict` with the workflows that read it in
 * `details.uses`, unless `force` or the environment has one of the name.
 */
export async function removeVariable(
  server: Pick<Server, "database">,
  access: Access,
  name: string,
  options: { readonly force: boolean },
): Promise<{ name: string; removed: true }> {
  const { workspaceId } = access;
  if (!options.force && !environmentVariables().has(name)) {
    const uses = await selectVariableUses(server.database, workspaceId, name);
    if (uses.length > 0) {
      throw new AppError(
        "conflict",
        `The variable ${name} cannot be removed: ${uses.join(", ")} ${uses.length === 1 ? "reads" : "read"} it.`,
        {
          hint: "Publish those workflows without it, or use --force (force=true).",
          details: { uses: uses.map((workflow) => ({ workflow })) },
        },
      );
    }
  }
  if (await deleteVariable(server.database, workspaceId, name)) return { name, removed: true };
  throw new AppError("not_found", `There is no variable ${name} in this workspace.`, {
    hint: "GET /api/variables lists them; one that comes from the server's environment is removed there.",
  });
}
