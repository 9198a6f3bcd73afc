import type { VariableSummary } from "../api/schemas.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { environmentVariables } from "./environment-variables.ts";
import { presentVariable } from "./present.ts";
import { selectVariables } from "./store.ts";

/** The workspace's variables by name, and those of the environment that it does not set itself. */
export async function listVariables(server: Pick<Server, "database">, access: Access): Promise<{ variables: VariableSummary[] }> {
  const stored = (await selectVariables(server.database, access.workspaceId)).map(({ name, value, sealed, updatedAt }) =>
    presentVariable({ name, value, secret: sealed !== null, updatedAt, source: "workspace" }),
  );
  const names = new Set(stored.map(({ name }) => name));
  const others = [...environmentVariables()]
    .filter(([name]) => !names.has(name))
    .map(([name, { value, secret }]) => presentVariable({ name, value, secret, updatedAt: null, source: "environment" }));
  return { variables: [...stored, ...others].sort((a, b) => (a.name < b.name ? -1 : 1)) };
}
