import { randomBytes } from "node:crypto";
import { link, lstat, mkdir, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AppError } from "../errors.ts";
import { dataFolderPath } from "../data-folder.ts";
import type { Key, KeyRing } from "./key-ring.ts";
import { newKey, parseKeyRing, printKey } from "./key-ring.ts";

/** Where the keys are kept. Never the database: whoever has a copy of that has no key. */
export interface KeySource {
  /** As people know it, for messages. */
  readonly name: string;
  /** False for keys that only the operator can change. */
  readonly writable: boolean;
  /** What stands there now; undefined before the first key. */
  read(): Promise<KeyRing | undefined>;
  /** Makes the first key unless another process was faster; the ring as it is then. */
  create(): Promise<KeyRing>;
  /** Puts these keys in place of what is there, all at once. */
  replace(ring: KeyRing): Promise<void>;
}

/** The keys of `WEFT_ENCRYPTION_KEYS`, else those of a file in the data folder, which is made when first needed. */
export function findKeySource(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  folder: string = dataFolderPath(),
): KeySource {
  const text = environment["WEFT_ENCRYPTION_KEYS"];
  return text === undefined || text.trim() === "" ? keyFile(join(folder, "encryption-keys")) : keyVariable(text);
}

function keyVariable(text: string): KeySource {
  const refuse = async (): Promise<never> => {
    throw new AppError("conflict", "The keys are set by WEFT_ENCRYPTION_KEYS, which Weft cannot change.", {
      hint: "Change the variable where the server is started.",
    });
  };
  return {
    name: "WEFT_ENCRYPTION_KEYS",
    writable: false,
    read: async () => parseKeyRing(text, "WEFT_ENCRYPTION_KEYS"),
    create: refuse,
    replace: refuse,
  };
}

/** One key a line, readable by its owner alone. */
export function keyFile(path: string): KeySource {
  let known: { readonly stamp: string; readonly ring: KeyRing } | undefined;

  const read = async (): Promise<KeyRing | undefined> => {
    const found = await stat(path).catch(absent).catch(cannotRead(path));
    if (!found) return undefined;
    if (!found.isFile()) throw cannotUse(path);
    if (process.platform !== "win32" && (found.mode & 0o077) !== 0) {
      throw new AppError("unavailable", `${path} holds encryption keys and can be read by others.`, { hint: `chmod 600 "${path}"` });
    }
    const stamp = `${found.ino} ${found.size} ${found.mtimeMs}`;
    if (known?.stamp === stamp) return known.ring;
    const ring = parseKeyRing(await readFile(path, "utf8").catch(cannotRead(path)), path);
    known = { stamp, ring };
    return ring;
  };

  return {
    name: path,
    writable: true,
    read,
    async create() {
      const draft = await writeDraft(path, [newKey()]);
      try {
        // Unlike a rename, a link fails when the file is there: the first of two processes wins, and no file is ever seen half written.
        await link(draft, path).catch((error: NodeJS.ErrnoException) => {
          if (error.code !== "EEXIST") throw cannotWrite(path, error);
        });
      } finally {
        await rm(draft, { force: true });
      }
      const ring = await read();
      if (ring) return ring;
      if ((await lstat(path).catch(absent))?.isSymbolicLink()) throw cannotUse(path);
      throw new AppError("unavailable", `${path} vanished while it was made.`, { hint: "Keep the data folder in place while Weft runs." });
    },
    async replace(ring) {
      // Where the file is a link, to a volume that is backed up perhaps, what it leads to is replaced, not the link.
      const target = await realpath(path).catch(() => path);
      const draft = await writeDraft(target, ring);
      await rename(draft, target).catch(async (error: NodeJS.ErrnoException) => {
        await rm(draft, { force: true });
        throw cannotWrite(path, error);
      });
    },
  };
}

async function writeDraft(path: string, keys: readonly Key[]): Promise<string> {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o711 });
    const file = await open(draft, "wx", 0o600);
    try {
      await file.writeFile(`${keys.map(printKey).join("\n")}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    return draft;
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
  throw error;
}

function cannotUse(path: string): AppError {
  return new AppError("unavailable", `${path} should hold encryption keys, but is no file or leads to none.`, {
    hint: "Put the file with the keys back from a backup; without one, remove what is there, and Weft makes a new key.",
  });
}

function cannotRead(path: string): (cause: NodeJS.ErrnoException) => never {
  return (cause) => {
    throw new AppError("unavailable", `The encryption keys in ${path} cannot be read (${cause.code ?? cause.message}).`, {
      hint: "Run Weft as the user whom the file belongs to, or set WEFT_ENCRYPTION_KEYS.",
      cause,
    });
  };
}

function cannotWrite(path: string, cause: unknown): AppError {
  const reason = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
  return new AppError("unavailable", `The encryption keys cannot be written to ${path} (${reason}).`, {
    hint: "Set WEFT_DATA_DIR to a folder you may write to, or WEFT_ENCRYPTION_KEYS to keys of your own.",
    cause,
  });
}
