import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../data-folder.ts";

/** Where an export takes what it copies. */
export interface Sources {
  /** The text of a file by its path below the folder of Weft; undefined when there is none. */
  read(path: string): string | undefined;
  /** The paths below a folder, sorted. */
  list(folder: string): readonly string[];
}

const TEXTS = new Map<string, string | undefined>();

/** The files of the Weft that runs: they do not change while it does. */
export const installedSources: Sources = {
  read(path) {
    if (!TEXTS.has(path)) TEXTS.set(path, readText(join(ROOT, path)));
    return TEXTS.get(path);
  },
  list: (folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(join(ROOT, folder).length + 1)
          .replaceAll("\\", "/"),
      )
      .sort(),
};

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
