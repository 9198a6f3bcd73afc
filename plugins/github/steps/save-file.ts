import { decodeBase64, encodeBase64 } from "../../kit/base64.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { github } from "../api.ts";
import { contentsPath, findSha } from "../contents.ts";
import type { SaveFileInput, SaveFileOutput } from "../types.generated.ts";

/** Writes a file of a repository with a commit, whether it is new or there already. */
export async function saveFile(
  { owner, repo, path: file, content, encoding = "text", message, branch, sha }: SaveFileInput,
  options: StepOptions = {},
): Promise<SaveFileOutput> {
  "use step";
  const path = contentsPath(owner, repo, file);
  const encoded = encoding === "base64" ? encodeBase64(decodeBase64(content, "content")) : encodeBase64(new TextEncoder().encode(content));
  const replaced = sha ?? (await findSha(path, branch, options));
  return github.send({ method: "PUT", path, json: { message, content: encoded, branch, sha: replaced } }, options);
}
