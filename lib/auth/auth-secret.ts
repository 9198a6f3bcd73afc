import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { dataFolderPath } from "../data-folder.ts";
import { AppError } from "../errors.ts";

const SHORTEST = 32;

/** What sessions are signed with: `WEFT_AUTH_SECRET`, else a file of the data folder that its owner alone can read, made when first needed. */
export async function readAuthSecret(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  folder: string = dataFolderPath(),
): Promise<string> {
  const set = environment["WEFT_AUTH_SECRET"]?.trim();
  if (set !== undefined && set !== "") return checked(set, "WEFT_AUTH_SECRET");
  const path = join(folder, "auth-secret");
  return (await readSecret(path)) ?? (await makeSecret(folder, path));
}

async function readSecret(path: string): Promise<string | undefined> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
    throw error;
  });
  if (!found) return undefined;
  if (process.platform !== "win32" && (found.mode & 0o077) !== 0) {
    throw new AppError("unavailable", `${path} signs sessions and can be read by others.`, { hint: `chmod 600 "${path}"` });
  }
  return checked((await readFile(path, "utf8")).trim(), path);
}

async function makeSecret(folder: string, path: string): Promise<string> {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  try {
    await mkdir(folder, { recursive: true, mode: 0o711 });
    await writeFile(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    throw new AppError("unavailable", `WEFT_AUTH_SECRET is not set, and ${path}, where one would be kept, cannot be written (${reason}).`, {
      hint: "Set WEFT_AUTH_SECRET to 32 random characters or more: openssl rand -base64 32",
      cause,
    });
  }
  // Unlike a rename, a link fails when the file is there: the first of two processes wins.
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(draft, { force: true });
  const made = await readSecret(path);
  if (made !== undefined) return made;
  throw new AppError("unavailable", `${path} vanished while it was made.`, { hint: "Keep the data folder in place while Weft runs." });
}

function checked(secret: string, name: string): string {
  if (secret.length >= SHORTEST) return secret;
  throw new AppError("unavailable", `${name} has ${secret.length} characters, which is too few to sign sessions with.`, {
    hint: `Use at least ${SHORTEST} random ones: openssl rand -base64 32`,
  });
}
