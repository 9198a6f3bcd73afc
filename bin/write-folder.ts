import { chmod, cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { UsageError } from "./usage-error.ts";

/**
 * Writes files into a new or empty folder: all of them, or none when something fails. With `force` into any folder, where it replaces files of the same
 * names and leaves others alone. Throws UsageError for a folder that holds something.
 */
export async function writeFolder(folder: string, files: ReadonlyMap<string, string>, force: boolean): Promise<void> {
  const target = resolve(folder);
  const isEmpty = (await listFolder(target)).length === 0;
  if (!isEmpty && !force)
    throw new UsageError(`${folder} is not empty`, "Name a new folder, or use --force to replace the files of an earlier export in it.");
  await mkdir(dirname(target), { recursive: true });
  // Beside it, so that moving it into place is one step.
  const made = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    // A temporary folder is its owner's alone; a project is as other folders are.
    await chmod(made, 0o777 & ~process.umask());
    for (const [path, text] of files) {
      await mkdir(dirname(join(made, path)), { recursive: true });
      await writeFile(join(made, path), text);
    }
    if (isEmpty) {
      await rm(target, { recursive: true, force: true });
      await rename(made, target);
    } else await cp(made, target, { recursive: true, force: true });
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR")
      throw new UsageError(`${folder} is a file`, "Name a folder.");
    throw error;
  }
}
