import type { PluginCatalog } from "./catalog.ts";
import { createCatalog } from "./catalog.ts";
import type { Plugin } from "./define-plugin.ts";

/** A service in short: what a palette shows, without its schemas. */
export interface RegistryEntry {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly actions: readonly { readonly name: string; readonly label: string; readonly description: string }[];
  readonly load: () => Promise<Plugin>;
}

/** The catalog of these services, or of all in the registry. A name that is not in it is left out: `check` says so where it is used. */
export async function loadCatalog(registry: readonly RegistryEntry[], names?: ReadonlySet<string>): Promise<PluginCatalog> {
  return createCatalog(await Promise.all(registry.filter(({ name }) => names?.has(name) ?? true).map(({ load }) => load())));
}
