import { LRUCache } from "lru-cache";
import type { PluginAction, PluginCatalog } from "../../plugins/kit/catalog.ts";
import type { Plugin } from "../../plugins/kit/define-plugin.ts";
import type { ServiceCatalog } from "../services/service-catalog.ts";
import { catalogOf } from "../services/service-catalog.ts";
import type { ServiceDefinition } from "../services/service-definition.ts";
import type { ServiceOperation } from "../services/service-operation.ts";

/** Everything that a workflow of one workspace may use. */
export interface WorkspaceCatalog extends PluginCatalog {
  /** What a published version keeps of an action that is described, not written; undefined for any other. */
  operation(kind: string): ServiceOperation | undefined;
  /** The workspace's own services, and those of the server's files. */
  readonly services: ReadonlyMap<string, ServiceDefinition>;
}

const catalogs = new LRUCache<ServiceDefinition, ServiceCatalog>({ max: 200 });

/** Adds described services to a catalog. One whose name is taken is left out; saving it was refused, so this is a file's or a newer Weft's. */
export function addServices(base: PluginCatalog | WorkspaceCatalog, services: readonly ServiceDefinition[]): WorkspaceCatalog {
  if (services.length === 0 && "operation" in base) return base;
  const plugins = new Map<string, Plugin>(base.plugins);
  const actions = new Map<string, PluginAction>(base.actions);
  const operations = new Map<string, () => ServiceOperation>();
  const added = new Map<string, ServiceDefinition>("services" in base ? base.services : []);
  for (const service of services) {
    if (plugins.has(service.name)) continue;
    const made = catalogs.get(service) ?? catalogOf(service);
    catalogs.set(service, made);
    plugins.set(service.name, made.plugin);
    added.set(service.name, service);
    for (const [kind, action] of made.actions) actions.set(kind, action);
    for (const [kind, operation] of made.operations) operations.set(kind, operation);
  }
  return {
    plugins,
    actions,
    services: added,
    operation: (kind) => operations.get(kind)?.() ?? ("operation" in base ? base.operation(kind) : undefined),
  };
}
