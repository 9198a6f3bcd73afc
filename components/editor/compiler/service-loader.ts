import type { Catalog } from "../../../codegen/catalog.ts";
import { createCatalog } from "../../../plugins/kit/catalog.ts";
import type { Plugin } from "../../../plugins/kit/define-plugin.ts";
import type { RegistryEntry } from "../../../plugins/kit/registry.ts";
import type { LoadServices } from "./worker-compiler.ts";

/** Loads each service of the registry when a graph or a module first needs it. One that can't be loaded is tried again the next time. */
export function createServiceLoader(registry: readonly RegistryEntry[]): LoadServices {
  const entries = new Map(registry.map((entry) => [entry.name, entry]));
  const loaded = new Map<string, Plugin>();
  let catalog: Catalog = createCatalog([]);
  return async (names) => {
    const missing = [...names].flatMap((name) => (loaded.has(name) ? [] : (entries.get(name) ?? [])));
    if (missing.length === 0) return catalog;
    const plugins = await Promise.all(missing.map((entry) => entry.load()));
    for (const plugin of plugins) loaded.set(plugin.name, plugin);
    catalog = createCatalog([...loaded.values()]);
    return catalog;
  };
}
