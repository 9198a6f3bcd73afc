import { openSecrets } from "../connections/connection-host.ts";
import { selectConnections } from "../connections/store.ts";
import type { Server } from "../running-server.ts";
import { SecretRedactor } from "../steps/redact-secrets.ts";
import { selectVariables } from "../variables/store.ts";
import { storedVariables } from "../variables/stored-variables.ts";

/** Takes out of a text whatever a workspace keeps in its connections and secret variables, in the forms it travels in. */
export async function workspaceRedactor(
  server: Pick<Server, "database" | "vault" | "credentialTypes">,
  workspaceId: string,
): Promise<(text: string) => string> {
  const redactor = new SecretRedactor();
  const [connections, variables] = await Promise.all([
    selectConnections(server.database, workspaceId),
    selectVariables(server.database, workspaceId),
  ]);
  for (const row of connections) {
    const { fields, oauth } = await openSecrets(server.vault, row);
    const type = (await server.credentialTypes.find(row.service, workspaceId))?.credential;
    if (type) redactor.addCredential(type, fields);
    else for (const value of Object.values(fields)) redactor.add(value);
    for (const secret of [oauth?.clientSecret, oauth?.tokens?.accessToken, oauth?.tokens?.refreshToken]) if (secret) redactor.add(secret);
  }
  const names = variables.filter((row) => row.sealed).map((row) => row.name);
  for (const { value, secret } of (await storedVariables(server)(workspaceId, names)).values()) if (secret) redactor.add(value);
  return (text) => redactor.redactText(text);
}
