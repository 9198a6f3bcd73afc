import { LRUCache } from "lru-cache";
import type { PluginCatalog } from "../../plugins/kit/catalog.ts";
import type { Database } from "../db/index.ts";
import type { InstalledPlugins } from "../plugins/installed-plugins.ts";
import type { WorkspaceCatalog } from "../plugins/load-catalog.ts";
import { addServices } from "../plugins/load-catalog.ts";
import { parseService } from "./parse-service.ts";
import type { ServiceDefinition } from "./service-definition.ts";
import { findService, selectServices } from "./store.ts";

/** Definitions that were read, by row and version. */
const definitions = new LRUCache<string, ServiceDefinition>({ max: 500 });
const catalogs = new LRUCache<
  string,
  { readonly made: WorkspaceCatalog; readonly of: readonly ServiceDefinition[]; readonly base: PluginCatalog }
>({ max: 100 });

/** The workspace's stored services as they are now, by name. */
export async function storedServices(database: Database, workspaceId: string): Promise<ServiceDefinition[]> {
  const rows = await selectServices(database, workspaceId);
  const read = rows.map(async ({ id, name, version }) => {
    const key = `${id} ${version}`;
    const known = definitions.get(key);
    if (known) return [known];
    const row = await findService(database, workspaceId, name);
    // Removed or changed since the list was read.
    if (row === undefined) return [];
    const definition = parseService(row.definition);
    definitions.set(`${row.id} ${row.version}`, definition);
    return [definition];
  });
  return (await Promise.all(read)).flat();
}

/** What a workflow of this workspace may use: the installed plugins, the server's files, and what the workspace describes itself. */
export async function workspaceCatalog(database: Database, workspaceId: string, plugins: InstalledPlugins): Promise<WorkspaceCatalog> {
  const base = plugins.catalog;
  const services = [...plugins.filedServices(), ...(await storedServices(database, workspaceId))];
  const known = catalogs.get(workspaceId);
  if (
    known &&
    known.base === base &&
    known.of.length === services.length &&
    known.of.every((service, index) => service === services[index])
  ) {
    return known.made;
  }
  const made = addServices(base, services);
  catalogs.set(workspaceId, { made, of: services, base });
  return made;
}
