import { fatal } from "../../kit/failure.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { github } from "../api.ts";
import { contentsPath, findSha } from "../contents.ts";
import type { DeleteFileInput, DeleteFileOutput } from "../types.generated.ts";

/** Removes a file of a repository with a commit. */
export async function deleteFile(
  { owner, repo, path: file, message, branch, sha }: DeleteFileInput,
  options: StepOptions = {},
): Promise<DeleteFileOutput> {
  "use step";
  const path = contentsPath(owner, repo, file);
  const deleted = sha ?? (await findSha(path, branch, options));
  if (deleted === undefined) throw fatal(`There is no file "${file}".`, { name: "HttpError", status: 404 });
  return github.send({ method: "DELETE", path, json: { message, branch, sha: deleted } }, options);
}
