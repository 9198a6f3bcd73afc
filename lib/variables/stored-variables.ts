import type { Variable, VariableSource } from "../engine/contract.ts";
import type { Server } from "../running-server.ts";
import { variablePlace } from "../secrets/places.ts";
import { environmentVariables } from "./environment-variables.ts";
import { selectVariables } from "./store.ts";

/** The workspace's variables first, then those of the environment. Opened when asked for, kept nowhere. */
export function storedVariables(
  host: Pick<Server, "database" | "vault">,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): VariableSource {
  return async (workspaceId, names) => {
    const found = new Map<string, Variable>();
    const fromEnvironment = environmentVariables(environment);
    for (const name of names) {
      const variable = fromEnvironment.get(name);
      if (variable) found.set(name, variable);
    }
    for (const row of await selectVariables(host.database, workspaceId, names)) {
      const value = row.sealed ? await host.vault.open(row.sealed, variablePlace(row)) : (row.value ?? "");
      found.set(row.name, { value, secret: row.sealed !== null });
    }
    return found;
  };
}
