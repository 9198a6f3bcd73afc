import { decodeBase64 } from "../../kit/base64.ts";
import { fatal } from "../../kit/failure.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { github } from "../api.ts";
import { contentsPath, readRaw } from "../contents.ts";
import type { GetFileInput, GetFileOutput } from "../types.generated.ts";

/** What GitHub says of a file; of a folder it gives a list. */
interface Contents extends Omit<GetFileOutput, "text"> {
  readonly type: string;
  readonly encoding?: string;
}

/** Larger ones come without their content unless they are asked for as they are. */
const LARGEST = 100_000_000;

/** Reads a file of a repository, as text and as base64. */
export async function getFile({ owner, repo, path: file, ref }: GetFileInput, options: StepOptions = {}): Promise<GetFileOutput> {
  "use step";
  const request = { path: contentsPath(owner, repo, file), query: { ref } };
  const found = await github.send<Contents>({ ...request, maxBytes: LARGEST }, options);
  if (found.type !== "file") throw fatal(`"${file}" is not a file.`, { name: "InvalidInput" });
  const content = found.encoding === "base64" ? found.content.replaceAll("\n", "") : await readRaw(request, options);
  return { ...found, content, text: new TextDecoder().decode(decodeBase64(content, "content")) };
}
