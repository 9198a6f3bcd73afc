import { decodeBase64 } from "../../kit/base64.ts";
import { fatal } from "../../kit/failure.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { askSlack, callSlack, slackUploads } from "../api.ts";
import type { UploadFileInput, UploadFileOutput } from "../types.generated.ts";

/** Where Slack wants the content, and what it will call the file. */
interface UploadTarget {
  readonly upload_url: string;
  readonly file_id: string;
}

/** Uploads a file and shows it in a channel or a thread; without a channel it stays private. */
export async function uploadFile(
  { filename, content, title = filename, alt_text, ...destination }: UploadFileInput,
  options: StepOptions = {},
): Promise<UploadFileOutput> {
  "use step";
  const bytes = decodeBase64(content, "content");
  const query = { filename, length: bytes.byteLength, alt_text };
  const { upload_url, file_id } = await askSlack<UploadTarget>("files.getUploadURLExternal", query, options);
  // The address itself is the permission, so it is all base and no path: messages show paths.
  const address = URL.parse(upload_url);
  if (address === null) throw fatal("Slack named no address for the file.", { name: "InvalidUrl" });
  await slackUploads.send(
    {
      baseUrl: address.origin + address.pathname,
      path: "",
      query: address.searchParams,
      bytes: { content: bytes, type: "application/octet-stream" },
      answer: "text",
      timeout: "2m",
    },
    options,
  );
  const shared = { files: [{ id: file_id, title }], ...destination };
  const { files } = await callSlack<{ files?: UploadFileOutput[] }>("files.completeUploadExternal", shared, options);
  return files?.[0] ?? { id: file_id, title };
}
