import { documentId } from "../../google/document-id.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { drive, everyDrive } from "../api.ts";
import type { ShareFileInput, ShareFileOutput } from "../types.generated.ts";

/** Lets people see or change a file. */
export async function shareFile(input: ShareFileInput, options: StepOptions = {}): Promise<ShareFileOutput> {
  "use step";
  const { sendNotificationEmail, emailMessage, fileId, ...permission } = input;
  const place = path`/drive/v3/files/${documentId(fileId)}`;
  const query = { sendNotificationEmail, emailMessage, ...everyDrive, fields: "id,type,role" };
  const { id, type, role } = await drive.send<{ id: string; type: string; role: string }>(
    { path: `${place}/permissions`, query, json: permission },
    options,
  );
  const file = await drive.send<{ webViewLink?: string }>({ path: place, query: { ...everyDrive, fields: "webViewLink" } }, options);
  return { id, type, role, webViewLink: file.webViewLink ?? null };
}
