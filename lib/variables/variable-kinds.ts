import type { Server } from "../running-server.ts";
import { environmentVariables } from "./environment-variables.ts";
import { selectVariables } from "./store.ts";

/** Every variable that a workspace's workflows can read, by name: what the compiler needs to know of them. */
export async function variableKinds(
  server: Pick<Server, "database">,
  workspaceId: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<ReadonlyMap<string, "plain" | "secret">> {
  const kinds = new Map<string, "plain" | "secret">();
  for (const [name, { secret }] of environmentVariables(environment)) kinds.set(name, secret ? "secret" : "plain");
  for (const { name, sealed } of await selectVariables(server.database, workspaceId)) kinds.set(name, sealed ? "secret" : "plain");
  return kinds;
}
