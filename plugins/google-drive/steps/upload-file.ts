import { documentId } from "../../google/document-id.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { presentFile } from "../present-file.ts";
import type { UploadFileInput, UploadFileOutput } from "../types.generated.ts";
import { readUpload, upload } from "../upload.ts";

/** Puts a new file into Drive. */
export async function uploadFile(input: UploadFileInput, options: StepOptions = {}): Promise<UploadFileOutput> {
  "use step";
  const { name, folderId, description, convertTo } = input;
  const type = input.mimeType ?? (input.text === undefined ? "application/octet-stream" : "text/plain");
  const metadata = { name, description, mimeType: convertTo ?? type, parents: folderId === undefined ? undefined : [documentId(folderId)] };
  const bytes = readUpload(input) ?? new Uint8Array();
  return presentFile(await upload({ method: "POST", path: "/upload/drive/v3/files", metadata, type, bytes }, options));
}
