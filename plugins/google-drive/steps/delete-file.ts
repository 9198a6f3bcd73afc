import { documentId } from "../../google/document-id.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { drive, everyDrive } from "../api.ts";
import type { DeleteFileInput, DeleteFileOutput } from "../types.generated.ts";

/** Removes a file for good. */
export async function deleteFile({ fileId }: DeleteFileInput, options: StepOptions = {}): Promise<DeleteFileOutput> {
  "use step";
  const id = documentId(fileId);
  await drive.send({ method: "DELETE", path: path`/drive/v3/files/${id}`, query: everyDrive }, options);
  return { id, deleted: true };
}
