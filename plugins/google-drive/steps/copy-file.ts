import { documentId } from "../../google/document-id.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { drive, everyDrive } from "../api.ts";
import type { FileAnswer } from "../present-file.ts";
import { fileFields, presentFile } from "../present-file.ts";
import type { CopyFileInput, CopyFileOutput } from "../types.generated.ts";

/** Copies a file. */
export async function copyFile({ fileId, name, folderId }: CopyFileInput, options: StepOptions = {}): Promise<CopyFileOutput> {
  "use step";
  const query = { ...everyDrive, fields: fileFields };
  const json = { name, parents: folderId === undefined ? undefined : [documentId(folderId)] };
  return presentFile(await drive.send<FileAnswer>({ path: path`/drive/v3/files/${documentId(fileId)}/copy`, query, json }, options));
}
