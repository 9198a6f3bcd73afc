import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parse as parseYaml } from "yaml";
import { AppError, isAppError } from "../errors.ts";
import { parseService } from "./parse-service.ts";
import type { ServiceDefinition } from "./service-definition.ts";

/** A definition that lies in a file, or why it cannot be used. */
type ServiceFile = { readonly path: string } & ({ readonly service: ServiceDefinition } | { readonly problem: string });

const LARGEST = 16 * 1024 * 1024;

/** Reads one definition, JSON or YAML; throws `invalid_input` that names the file. */
export function readServiceFile(path: string): ServiceDefinition {
  let text: string;
  try {
    if (statSync(path).size > LARGEST) throw new Error(`it is larger than ${LARGEST / 1024 / 1024} MiB`);
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new AppError("invalid_input", `${path} cannot be read: ${messageOf(error)}.`, { hint: "Name a service's definition." });
  }
  let document: unknown;
  try {
    document = /^\s*\{/.test(text) ? JSON.parse(text) : parseYaml(text, { maxAliasCount: 100, logLevel: "error" });
  } catch (error) {
    throw new AppError("invalid_input", `${path} is neither JSON nor YAML: ${messageOf(error)}`, {
      hint: "Check quotes, commas and indentation.",
    });
  }
  try {
    return parseService(document);
  } catch (error) {
    if (!isAppError(error)) throw error;
    throw new AppError(error.code, `${path}: ${error.message}`, {
      ...(error.hint === undefined ? {} : { hint: error.hint }),
      details: error.details,
    });
  }
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The folders of `WEFT_SERVICES`, separated by commas, else `services` in the data folder. */
export function serviceFolders(environment: Readonly<Record<string, string | undefined>> = process.env): string[] {
  const data = environment["WEFT_DATA_DIR"] ?? join(ROOT.split(sep).includes("node_modules") ? process.cwd() : ROOT, ".weft");
  const folders = (environment["WEFT_SERVICES"] ?? join(data, "services")).split(",").map((folder) => folder.trim());
  return folders.filter((folder) => folder !== "").map((folder) => resolve(folder));
}

/** The definitions in these folders; one that is not there holds none. A file is read again when it has changed. */
export function readServiceFolders(folders: readonly string[]): ServiceFile[] {
  return folders.flatMap((folder) => listFiles(folder).map(readOnce));
}

function listFiles(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => /\.(?:json|ya?ml)$/.test(name));
    return names.sort().map((name) => join(folder, name));
  } catch {
    return [];
  }
}

const known = new Map<string, { readonly changed: string; readonly file: ServiceFile }>();

function readOnce(path: string): ServiceFile {
  const { mtimeMs = 0, size = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {};
  const changed = `${mtimeMs} ${size}`;
  const before = known.get(path);
  if (before?.changed === changed) return before.file;
  const file = readAgain(path);
  known.set(path, { changed, file });
  return file;
}

function readAgain(path: string): ServiceFile {
  try {
    return { path, service: readServiceFile(path) };
  } catch (error) {
    const problem = messageOf(error);
    console.error(`A service is left out: ${problem}`);
    return { path, problem };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
