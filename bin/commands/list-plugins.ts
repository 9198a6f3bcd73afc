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
  await print(
    plugins
      .map(({ name, actions, description }) => `${name}  ${actions.length} action${actions.length === 1 ? "" : "s"}  ${description}`)
      .join("\n"),
  );
}
