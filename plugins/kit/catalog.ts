import type { Catalog, CatalogAction } from "../../codegen/catalog.ts";
import type { Plugin } from "./define-plugin.ts";

/** An action as the editor and the runner see it: what the compiler needs, and its service. */
export interface PluginAction extends CatalogAction {
  readonly plugin: Plugin;
}

/** The compiler's catalog with the services behind it. */
export interface PluginCatalog extends Catalog {
  readonly actions: ReadonlyMap<string, PluginAction>;
  readonly plugins: ReadonlyMap<string, Plugin>;
}

/** Makes the catalog of these services. Throws when two share a name or a kind. */
export function createCatalog(plugins: readonly Plugin[]): PluginCatalog {
  const byName = new Map<string, Plugin>();
  const actions = new Map<string, PluginAction>();
  for (const plugin of plugins) {
    if (byName.has(plugin.name)) throw new Error(`Two plugins are named "${plugin.name}".`);
    byName.set(plugin.name, plugin);
    for (const { name, label, description, input, output, polls = false } of plugin.actions) {
      const kind = `${plugin.name}.${name}`;
      if (actions.has(kind)) throw new Error(`Two actions are named "${kind}".`);
      const step = { module: `@/plugins/${kebabCase(plugin.name)}/steps/${kebabCase(name)}`, name };
      actions.set(kind, { kind, label, description, input, output, polls, step, plugin });
    }
  }
  return { actions, plugins: byName };
}

/** `sendMessage` → `send-message`: a plugin's folder, and the file of an action's step without its ending. */
export function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
