import { readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { generateFiles } from "../../lib/plugins/generate-files.ts";
import { print } from "../print.ts";
import { UsageError } from "../usage-error.ts";

/** `weft plugin generate`: types and documentation of the named folders, else of those in `weft-plugins`. */
export async function generatePluginsCommand(named: readonly string[]): Promise<void> {
  const folders = named.length > 0 ? named.map((folder) => resolve(folder)) : listFolders(resolve("weft-plugins"));
  if (folders.length === 0)
    throw new UsageError("there is no plugin in weft-plugins", "Name a plugin's folder, or start one with weft plugin new <service>.");
  for (const folder of folders) {
    const files = await generateFiles(folder);
    await print(files.map((file) => relative(process.cwd(), join(folder, file))).join("\n"));
  }
}

function listFolders(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [join(folder, entry.name)] : []));
  } catch {
    return [];
  }
}
