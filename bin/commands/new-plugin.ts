import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { generateFiles } from "../../lib/plugins/generate-files.ts";
import { scaffoldPlugin } from "../../lib/plugins/scaffold-plugin.ts";
import { isPluginIdentifier } from "../../lib/plugins/check-plugin.ts";
import { printedNames, reservedServices } from "../../lib/services/service-definition.ts";
import { generateCatalog } from "../../plugins/generate-catalog.ts";
import { kebabCase } from "../../plugins/kit/catalog.ts";
import { registry } from "../../plugins/registry.generated.ts";
import { ROOT } from "../data-folder.ts";
import { print } from "../print.ts";
import { UsageError } from "../usage-error.ts";

/** What the files of a new plugin call other things. */
const SCAFFOLD_NAMES = new Set("createItem credential defineAction definePlugin plugin z".split(" "));

/** `weft plugin new`: in a checkout of Weft a built-in service, anywhere else one in `weft-plugins`. */
export async function newPluginCommand(name: string): Promise<void> {
  if (!isPluginIdentifier(name) || name.length < 2 || name.length > 41) {
    throw new UsageError(
      `${JSON.stringify(name)} cannot be a service's name`,
      "Write a lower-camel identifier, such as acme or acmeBooks.",
    );
  }
  if (reservedServices.has(name) || printedNames.has(name) || SCAFFOLD_NAMES.has(name))
    throw new UsageError(`${name} is a name of Weft's own`, "Choose another name.");
  if (registry.some((entry) => entry.name === name))
    throw new UsageError(`Weft has a service called ${name} already`, "Choose another name.");
  const inCheckout = !ROOT.split(sep).includes("node_modules") && !relative(ROOT, process.cwd()).startsWith("..");
  const folder = inCheckout ? join(ROOT, "plugins", kebabCase(name)) : join(process.cwd(), "weft-plugins", kebabCase(name));
  if (existsSync(folder)) throw new UsageError(`${folder} is there already`, "Choose another name, or remove the folder.");
  const files = scaffoldPlugin(name, inCheckout ? "built-in" : "outside");
  writeFiles(folder, files);
  try {
    if (inCheckout) await generateBuiltIn();
    else await generateFiles(folder);
  } catch (error) {
    // A second attempt shall not stumble over the first.
    rmSync(folder, { recursive: true });
    throw error;
  }
  const where = relative(process.cwd(), folder);
  await print(
    [
      ...[...Object.keys(files), "types.generated.ts", "README.md"].map((file) => join(where, file)),
      "",
      `It passes its contract: npx vitest run ${where}`,
      `Next: the real base URL in api.ts, the service's own fields in actions/, what its documentation says in contract.yaml; then ${inCheckout ? "npm run generate" : "weft plugin generate"}.`,
    ].join("\n"),
  );
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    const path = join(folder, file);
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new UsageError(`${path} cannot be written: ${reason}`, "Go to a folder that you may write to.");
    }
  }
}

/** The registry and the files of every built-in service. */
async function generateBuiltIn(): Promise<void> {
  const plugins = join(ROOT, "plugins");
  for (const [file, text] of Object.entries(await generateCatalog(plugins))) writeFileSync(join(plugins, file), text);
}
