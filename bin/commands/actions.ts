import { searchActions } from "../../lib/actions/list-actions.ts";
import { presentAction } from "../../lib/actions/show-action.ts";
import { AppError } from "../../lib/errors.ts";
import { installedPlugins } from "../../lib/plugins/installed-plugins.ts";
import { print, printJson } from "../print.ts";

/** `weft actions`: what a workflow may use, or what some words find; one kind alone is shown whole. */
export async function actionsCommand(words: readonly string[], options: { json?: boolean }): Promise<void> {
  const { catalog } = await installedPlugins();
  const one = catalog.actions.get(words.join(" "));
  if (one) return printJson(presentAction(one));
  const actions = searchActions(catalog.actions.values(), { search: words.join(" "), limit: 1_000 });
  if (options.json) return printJson({ actions });
  if (actions.length === 0)
    throw new AppError("not_found", `No action is found by "${words.join(" ")}".`, { hint: "weft actions lists them all." });
  const width = Math.max(...actions.map(({ kind }) => kind.length));
  await print(actions.map(({ kind, description }) => `${kind.padEnd(width)}  ${description}`).join("\n"));
}
