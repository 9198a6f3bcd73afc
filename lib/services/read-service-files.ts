import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse as parseYaml } from "yaml";
import { AppError, isAppError } from "../errors.ts";
import { parseService } from "./parse-service.ts";
import type { ServiceDefinition } from "./service-definition.ts";

/** A definition that lies in a file, or why it cannot be used. */
export type ServiceFile = { readonly path: string } & ({ readonly service: ServiceDefinition } | { readonly problem: string });

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

/**
 * The definitions in the folders of `WEFT_SERVICES` (separated by commas), else in `services` of the data folder. A folder that is not
 * there holds none. Files are read again when they have changed.
 */
export function readServiceFolders(environment: Readonly<Record<string, string | undefined>> = process.env): ServiceFile[] {
  const named = environment["WEFT_SERVICES"] ?? join(environment["WEFT_DATA_DIR"] ?? ".weft", "services");
  const folders = named.split(",").map((folder) => folder.trim());
  return folders.filter((folder) => folder !== "").flatMap((folder) => listFiles(resolve(folder)).map(readOnce));
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
    return { path, problem: messageOf(error) };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
