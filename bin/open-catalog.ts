import { installedPlugins } from "../lib/plugins/installed-plugins.ts";
import type { WorkspaceCatalog } from "../lib/plugins/load-catalog.ts";
import { addServices } from "../lib/plugins/load-catalog.ts";
import { readServiceFile } from "../lib/services/read-service-files.ts";
import type { ServiceDefinition } from "../lib/services/service-definition.ts";
import { UsageError } from "./usage-error.ts";

/** What a command without a database knows of: installed plugins, services in files, and those named with `--service`. */
export async function openCatalog(files: readonly string[] = []): Promise<WorkspaceCatalog> {
  const plugins = await installedPlugins();
  return addServices(plugins.catalog, [...(await readServices(files)), ...plugins.filedServices()]);
}

/** The definitions in these files. Throws UsageError for one that has a name of an installed plugin. */
export async function readServices(files: readonly string[] = []): Promise<ServiceDefinition[]> {
  const { catalog } = await installedPlugins();
  return files.map((file) => {
    const service = readServiceFile(file);
    if (!catalog.plugins.has(service.name)) return service;
    throw new UsageError(
      `${file} describes a service called ${service.name}, which Weft has itself`,
      `Give it another name, such as ${service.name}Api.`,
    );
  });
}
