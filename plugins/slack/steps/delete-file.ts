import type { StepOptions } from "../../kit/step-options.ts";
import { callSlack } from "../api.ts";
import type { DeleteFileInput, DeleteFileOutput } from "../types.generated.ts";

/** Deletes a file that the app has uploaded. */
export async function deleteFile(input: DeleteFileInput, options: StepOptions = {}): Promise<DeleteFileOutput> {
  "use step";
  await callSlack("files.delete", input, options);
  return { id: input.file, deleted: true };
}
