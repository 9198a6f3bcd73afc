import { documentId } from "../../google/document-id.ts";
import { decodeBase64 } from "../../kit/base64.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { drive, everyDrive } from "../api.ts";
import type { FileAnswer } from "../present-file.ts";
import type { DownloadFileInput, DownloadFileOutput } from "../types.generated.ts";

const GOOGLE_DOCUMENT = "application/vnd.google-apps.";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const TEXT = /^(?:text\/|application\/(?:.+\+)?(?:json|xml)\b)/;
const LARGEST = 100_000_000;

/** Takes the content of a file out of Drive; a Google document is exported. */
export async function downloadFile(input: DownloadFileInput, options: StepOptions = {}): Promise<DownloadFileOutput> {
  "use step";
  const fileId = documentId(input.fileId);
  const query = { ...everyDrive, fields: "id,name,mimeType" };
  const file = await drive.send<FileAnswer>({ path: path`/drive/v3/files/${fileId}`, query }, options);
  const limits = { answer: "base64", timeout: "5m", maxBytes: LARGEST } as const;
  const exported = file.mimeType.startsWith(GOOGLE_DOCUMENT);
  const mimeType = exported ? (input.exportAs ?? exportType(file.mimeType)) : file.mimeType;
  const content = exported
    ? await drive.send<string | null>({ path: path`/drive/v3/files/${fileId}/export`, query: { mimeType }, ...limits }, options)
    : await drive.send<string | null>(
        { path: path`/drive/v3/files/${fileId}`, query: { ...everyDrive, alt: "media" }, ...limits },
        options,
      );
  const bytes = decodeBase64(content ?? "", "The file");
  const text = TEXT.test(mimeType) ? new TextDecoder().decode(bytes) : null;
  return { id: file.id, name: file.name, mimeType, size: bytes.length, content: content ?? "", text };
}

function exportType(googleType: string): string {
  return googleType === `${GOOGLE_DOCUMENT}spreadsheet` ? SPREADSHEET : "application/pdf";
}
