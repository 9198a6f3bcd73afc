import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { v0 } from "../api.ts";
import type { GetFilesInput, GetFilesOutput } from "../types.generated.ts";

/** Reads what has been built. */
export async function getFiles({ chatId }: GetFilesInput, options: StepOptions = {}): Promise<GetFilesOutput> {
  "use step";
  return v0.send({ path: path`/chats/${chatId}/files`, timeout: "60s" }, options);
}
