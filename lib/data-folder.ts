import { dirname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder Weft itself lives in. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where this Weft keeps what is its own: `WEFT_DATA_DIR`, else `.weft` beside a checkout, else `.weft` in the working folder. It need not exist. */
export function dataFolderPath(): string {
  const installed = ROOT.split(sep).includes("node_modules");
  return resolve(/* turbopackIgnore: true */ process.env["WEFT_DATA_DIR"] ?? join(installed ? process.cwd() : ROOT, ".weft"));
}
