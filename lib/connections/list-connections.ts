import type { ConnectionSummary, ConnectionTypeView } from "../api/schemas.ts";
import { CALLBACK_PATH } from "./callback-path.ts";
import type { Access } from "../keys/access.ts";
import type { ConnectionHost } from "./connection-host.ts";
import { hasServerClient } from "./oauth-settings.ts";
import { presentConnection } from "./present.ts";
import { selectConnections } from "./store.ts";

/** The workspace's connections by alias; nothing is opened for it. */
export async function listConnections(
  host: Pick<ConnectionHost, "database">,
  access: Access,
): Promise<{ connections: ConnectionSummary[] }> {
  return { connections: (await selectConnections(host.database, access.workspaceId)).map(presentConnection) };
}

/** What there is to connect to, and what each service asks for: the form of a new connection. `url` makes a path absolute. */
export async function listConnectionTypes(
  host: Pick<ConnectionHost, "credentialTypes">,
  access: Access,
  url: (path: string) => string,
): Promise<{ types: ConnectionTypeView[] }> {
  const services = await host.credentialTypes.list(access.workspaceId);
  const types = services.map(({ service, label, credential }) => ({
    service,
    label,
    fields: Object.entries(credential.fields).map(([name, field]) => ({
      name,
      label: field.label,
      help: field.help ?? null,
      secret: field.secret !== false,
      optional: field.optional === true,
      variable: field.env,
    })),
    oauth: credential.oauth
      ? { scopes: [...credential.oauth.scopes], redirectUri: url(CALLBACK_PATH), serverClient: hasServerClient(service) }
      : null,
  }));
  return { types };
}
