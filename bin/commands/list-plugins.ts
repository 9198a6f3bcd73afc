import { installedPlugins } from "../../lib/plugins/installed-plugins.ts";
import { print, printJson } from "../print.ts";

/** `weft plugin list`: the services whose code is here; what is wrong with others is on standard error already. */
export async function listPluginsCommand(options: { json?: boolean }): Promise<void> {
  const { catalog, problems } = await installedPlugins();
  const plugins = [...catalog.plugins.values()].map(({ name, label, description, actions }) => ({
    name,
    label,
    description,
    actions: actions.map((action) => action.name),
  }));
  if (options.json) return printJson({ plugins, problems });
  await print(plugins.map(({ name, actions, description }) => `${name}  ${countActions(actions.length)}  ${description}`).join("\n"));
}

/** `1 action`, `12 actions`. */
export function countActions(count: number): string {
  return `${count} action${count === 1 ? "" : "s"}`;
}
