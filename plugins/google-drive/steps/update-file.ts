import { documentId } from "../../google/document-id.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { drive, everyDrive } from "../api.ts";
import type { FileAnswer } from "../present-file.ts";
import { fileFields, presentFile } from "../present-file.ts";
import type { UpdateFileInput, UpdateFileOutput } from "../types.generated.ts";
import { readUpload, upload } from "../upload.ts";

/** Renames or describes a file, or replaces its content. */
export async function updateFile(input: UpdateFileInput, options: StepOptions = {}): Promise<UpdateFileOutput> {
  "use step";
  const { name, description, starred, mimeType } = input;
  const fileId = documentId(input.fileId);
  const bytes = readUpload(input);
  if (bytes === undefined) {
    const query = { ...everyDrive, fields: fileFields };
    const json = { name, description, starred };
    return presentFile(await drive.send<FileAnswer>({ method: "PATCH", path: path`/drive/v3/files/${fileId}`, query, json }, options));
  }
  const type = mimeType ?? (input.text === undefined ? "application/octet-stream" : "text/plain");
  const metadata = { name, description, starred, mimeType };
  return presentFile(await upload({ method: "PATCH", path: path`/upload/drive/v3/files/${fileId}`, metadata, type, bytes }, options));
}
