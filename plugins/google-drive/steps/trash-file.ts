import { documentId } from "../../google/document-id.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { drive, everyDrive } from "../api.ts";
import type { FileAnswer } from "../present-file.ts";
import { fileFields, presentFile } from "../present-file.ts";
import type { TrashFileInput, TrashFileOutput } from "../types.generated.ts";

/** Moves a file or folder to the trash. */
export async function trashFile({ fileId }: TrashFileInput, options: StepOptions = {}): Promise<TrashFileOutput> {
  "use step";
  const query = { ...everyDrive, fields: fileFields };
  const place = path`/drive/v3/files/${documentId(fileId)}`;
  return presentFile(await drive.send<FileAnswer>({ method: "PATCH", path: place, query, json: { trashed: true } }, options));
}
