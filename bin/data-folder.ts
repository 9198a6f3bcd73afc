import { access, constants, mkdir } from "node:fs/promises";
import { dataFolderPath } from "../lib/data-folder.ts";
import { UsageError } from "./usage-error.ts";

export { ROOT } from "../lib/data-folder.ts";

/**
 * Where this Weft keeps its database: `WEFT_DATA_DIR`, else `.weft` beside a checkout, else `.weft` in the working folder.
 * Makes it, readable by its owner alone; throws UsageError when it may not be written.
 */
export async function dataFolder(): Promise<string> {
  const folder = dataFolderPath();
  try {
    // The embedded server's own account must pass through it; what is inside is protected file by file.
    await mkdir(folder, { recursive: true, mode: 0o711 });
    await access(folder, constants.W_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `${folder} cannot be written: ${reason}`,
      "Set WEFT_DATA_DIR to a folder you may write to, or DATABASE_URL to a PostgreSQL of your own.",
    );
  }
  return folder;
}
