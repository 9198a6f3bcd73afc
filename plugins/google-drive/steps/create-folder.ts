import { documentId } from "../../google/document-id.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { drive, everyDrive } from "../api.ts";
import type { FileAnswer } from "../present-file.ts";
import { fileFields, presentFile } from "../present-file.ts";
import type { CreateFolderInput, CreateFolderOutput } from "../types.generated.ts";

/** Makes a folder. */
export async function createFolder(
  { name, folderId, description }: CreateFolderInput,
  options: StepOptions = {},
): Promise<CreateFolderOutput> {
  "use step";
  const parents = folderId === undefined ? undefined : [documentId(folderId)];
  const json = { name, description, mimeType: "application/vnd.google-apps.folder", parents };
  return presentFile(
    await drive.send<FileAnswer>({ path: "/drive/v3/files", query: { ...everyDrive, fields: fileFields }, json }, options),
  );
}
