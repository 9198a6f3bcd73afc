import type { ConnectableService, CredentialTypes } from "../connections/credential-types.ts";
import type { Database } from "../db/index.ts";
import type { InstalledPlugins } from "../plugins/installed-plugins.ts";
import type { ServiceDefinition } from "./service-definition.ts";
import { credentialOf } from "./service-operation.ts";
import { storedServices } from "./workspace-services.ts";

/** The services that can be connected to, and those that the workspace describes itself. */
export function withServices(
  types: CredentialTypes,
  databaseFor: (workspaceId: string) => Database,
  plugins: InstalledPlugins,
): CredentialTypes {
  const described = async (workspaceId: string): Promise<ConnectableService[]> =>
    [...plugins.filedServices(), ...(await storedServices(databaseFor(workspaceId), workspaceId))].flatMap(
      (service) => connectable(service) ?? [],
    );
  return {
    async find(service, workspaceId) {
      const known = await types.find(service, workspaceId);
      return known ?? (await described(workspaceId)).find((own) => own.service === service);
    },
    async list(workspaceId) {
      const known = await types.list(workspaceId);
      const names = new Set(known.map(({ service }) => service));
      const own = (await described(workspaceId)).filter(({ service }) => !names.has(service));
      return [...known, ...own].sort((a, b) => (a.label < b.label ? -1 : 1));
    },
  };
}

function connectable(service: ServiceDefinition): ConnectableService | undefined {
  const credential = credentialOf(service);
  return credential && { service: service.name, label: service.label, credential, described: true, origins: originsOf(service) };
}

/** Everywhere that calls of the service go. */
function originsOf({ baseUrl, actions }: ServiceDefinition): string[] {
  const addresses = [baseUrl, ...actions.flatMap((action) => action.baseUrl ?? [])];
  return [...new Set(addresses.map((address) => new URL(address).origin))];
}
