import type { CredentialType } from "../../plugins/kit/define-credential.ts";
import { connectionPrefix, readCredential } from "../../plugins/kit/define-credential.ts";

/** Gives the values of a credential by its alias, or the service's own without one. Values that are not set are left out. */
export type ConnectionResolver = (type: CredentialType, alias: string | undefined, workspaceId: string) => Promise<Record<string, string>>;

/**
 * Connections from environment variables, the same for every workspace. They stay in `process.env`: nothing that a
 * person wrote can read it there, since workflows run with an empty environment and code in the sandbox with none.
 */
export function environmentConnections(environment: Readonly<Record<string, string | undefined>> = process.env): ConnectionResolver {
  return async (type, alias) => readCredential(type, alias, environment);
}

/** Whether the environment holds anything for a connection of this alias. */
export function hasEnvironmentConnection(alias: string, environment: Readonly<Record<string, string | undefined>> = process.env): boolean {
  const prefix = connectionPrefix(alias);
  return Object.keys(environment).some((name) => name.startsWith(prefix));
}
