import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { UsageError } from "./usage-error.ts";

/** Reads a file, or standard input for `-`. Throws UsageError naming the file when it cannot. */
export async function readText(path: string): Promise<string> {
  if (path === "-") return text(process.stdin);
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    const why: Record<string, string> = { ENOENT: "there is no such file", EACCES: "it may not be read", EISDIR: "it is a folder" };
    throw new UsageError(`cannot read ${path}: ${why[reason] ?? reason}`, "Name a file, or - for standard input.");
  }
}

/** Parses JSON; throws UsageError with the parser's own position. `what` names the text in the message. */
export function parseJson(source: string, what: string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    throw new UsageError(`${what} is not JSON: ${error instanceof Error ? error.message : String(error)}`, "Check quotes and commas.");
  }
}

/** Reads `--input`: JSON itself, `@file`, or `-` for standard input. */
export async function readPayload(argument: string | undefined): Promise<unknown> {
  if (argument === undefined) return {};
  if (argument === "-") return parseJson(await readText("-"), "standard input");
  if (argument.startsWith("@")) return parseJson(await readText(argument.slice(1)), argument.slice(1));
  return parseJson(argument, "--input");
}
