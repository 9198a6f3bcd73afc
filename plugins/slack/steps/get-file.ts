import type { StepOptions } from "../../kit/step-options.ts";
import { askSlack } from "../api.ts";
import type { GetFileInput, GetFileOutput } from "../types.generated.ts";

/** Gets what Slack knows of a file: name, type, size and links. */
export async function getFile(input: GetFileInput, options: StepOptions = {}): Promise<GetFileOutput> {
  "use step";
  const { file } = await askSlack<{ file: GetFileOutput }>("files.info", { file: input.file }, options);
  return file;
}
