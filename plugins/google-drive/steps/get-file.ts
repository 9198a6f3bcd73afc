import { documentId } from "../../google/document-id.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { drive, everyDrive } from "../api.ts";
import type { FileAnswer } from "../present-file.ts";
import { fileFields, presentFile } from "../present-file.ts";
import type { GetFileInput, GetFileOutput } from "../types.generated.ts";

/** Reads the details of a file or folder. */
export async function getFile({ fileId }: GetFileInput, options: StepOptions = {}): Promise<GetFileOutput> {
  "use step";
  const query = { ...everyDrive, fields: fileFields };
  return presentFile(await drive.send<FileAnswer>({ path: path`/drive/v3/files/${documentId(fileId)}`, query }, options));
}
