import { path } from "../kit/path.ts";
import { stepError } from "../kit/step-error.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { github } from "./api.ts";

/** The address of a file: its path's slashes stay. */
export function contentsPath(owner: string, repo: string, file: string): string {
  const names = file.split("/").filter((name) => name !== "");
  return path`/repos/${owner}/${repo}/contents` + names.map((name) => path`/${name}`).join("");
}

/** The sha of a file as it is now; undefined when there is none. */
export async function findSha(file: string, branch: string | undefined, options: StepOptions): Promise<string | undefined> {
  try {
    const { sha } = await github.send<{ sha: string }>({ path: file, query: { ref: branch } }, options);
    return sha;
  } catch (error) {
    if (stepError(error).status === 404) return undefined;
    throw error;
  }
}

/** A file as base64, asked for as it is: GitHub leaves the content of one above a megabyte out of its description. */
export async function readRaw(
  request: { readonly path: string; readonly query: { readonly ref: string | undefined } },
  options: StepOptions,
): Promise<string> {
  const raw = { ...request, headers: { accept: "application/vnd.github.raw+json" }, maxBytes: 100_000_000, answer: "base64" } as const;
  return (await github.send<string | null>(raw, options)) ?? "";
}
