import type { ServiceSummary } from "../api/service-schemas.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { presentService } from "./present.ts";
import { selectServices } from "./store.ts";
import { storedServices } from "./workspace-services.ts";

/** The services that the workspace describes and those in the server's files, by name. */
export async function listServices(server: Pick<Server, "database" | "plugins">, access: Access): Promise<{ services: ServiceSummary[] }> {
  const rows = new Map((await selectServices(server.database, access.workspaceId)).map((row) => [row.name, row]));
  const stored = await storedServices(server.database, access.workspaceId);
  const files = server.plugins.filedServices().map((service) => presentService(service, undefined));
  const services = [...stored.map((service) => presentService(service, rows.get(service.name))), ...files];
  return { services: services.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}
