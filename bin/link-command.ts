import { chmod, mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "./data-folder.ts";

/** Puts `weft` beside the commands of the dependencies, so that `npx weft` in a checkout is this one: npm links every command but a package's own. */
export async function linkCommand(): Promise<void> {
  const folder = join(ROOT, "node_modules", ".bin");
  await mkdir(folder, { recursive: true });
  await chmod(join(ROOT, "bin", "weft.mjs"), 0o755);
  await symlink("../../bin/weft.mjs", join(folder, "weft")).catch((error: NodeJS.ErrnoException) => {
    // There already, or on a system where links are a privilege: npx then takes the longer way.
    if (error.code !== "EEXIST" && error.code !== "EPERM") throw error;
  });
}
