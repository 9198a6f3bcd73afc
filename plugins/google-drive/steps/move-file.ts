import { documentId } from "../../google/document-id.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { drive, everyDrive } from "../api.ts";
import type { FileAnswer } from "../present-file.ts";
import { fileFields, presentFile } from "../present-file.ts";
import type { MoveFileInput, MoveFileOutput } from "../types.generated.ts";

/** Moves a file or folder to another folder. */
export async function moveFile(input: MoveFileInput, options: StepOptions = {}): Promise<MoveFileOutput> {
  "use step";
  const place = path`/drive/v3/files/${documentId(input.fileId)}`;
  const folder = documentId(input.folderId);
  const { parents = [] } = await drive.send<{ parents?: readonly string[] }>(
    { path: place, query: { ...everyDrive, fields: "parents" } },
    options,
  );
  const left = parents.filter((parent) => parent !== folder);
  const query = { addParents: folder, removeParents: left.join(",") || undefined, ...everyDrive, fields: fileFields };
  return presentFile(await drive.send<FileAnswer>({ method: "PATCH", path: place, query, json: {} }, options));
}
