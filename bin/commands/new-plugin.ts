import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { generateFiles } from "../../lib/plugins/generate-files.ts";
import { scaffoldPlugin } from "../../lib/plugins/scaffold-plugin.ts";
import { languageReservedWords } from "../../codegen/schema/identifiers.ts";
import { reservedServices } from "../../lib/services/service-definition.ts";
import { generateCatalog } from "../../plugins/generate-catalog.ts";
import { kebabCase } from "../../plugins/kit/catalog.ts";
import { registry } from "../../plugins/registry.generated.ts";
import { ROOT } from "../data-folder.ts";
import { print } from "../print.ts";
import { UsageError } from "../usage-error.ts";

/** `weft plugin new`: in a checkout of Weft a built-in service, anywhere else one in `weft-plugins`. */
export async function newPluginCommand(name: string): Promise<void> {
  if (!/^[a-z][A-Za-z0-9]{1,40}$/.test(name) || languageReservedWords.has(name) || reservedServices.has(name)) {
    throw new UsageError(`${name} cannot be a service's name`, "Write a lower-camel identifier, such as acme or acmeBooks.");
  }
  if (registry.some((entry) => entry.name === name))
    throw new UsageError(`Weft has a service called ${name} already`, "Choose another name.");
  const inCheckout = !ROOT.split(sep).includes("node_modules") && !relative(ROOT, process.cwd()).startsWith("..");
  const folder = inCheckout ? join(ROOT, "plugins", kebabCase(name)) : join(process.cwd(), "weft-plugins", kebabCase(name));
  if (existsSync(folder)) throw new UsageError(`${folder} is there already`, "Choose another name, or remove the folder.");
  const files = scaffoldPlugin(name, inCheckout ? "built-in" : "outside");
  for (const [file, text] of Object.entries(files)) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  if (inCheckout) await generateBuiltIn();
  else await generateFiles(folder);
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

/** The registry and the files of every built-in service. */
async function generateBuiltIn(): Promise<void> {
  const plugins = join(ROOT, "plugins");
  for (const [file, text] of Object.entries(await generateCatalog(plugins))) writeFileSync(join(plugins, file), text);
}
