import { decodeBase64 } from "../../kit/base64.ts";
import { fatal } from "../../kit/failure.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { callBot, telegram } from "../api.ts";
import type { DownloadFileInput, DownloadFileOutput } from "../types.generated.ts";

const MAX_BYTES = 20 * 1024 * 1024;

/** Gets the content of a file that was sent to the bot, by its file id; at most 20 MB. */
export async function downloadFile({ file_id }: DownloadFileInput, options: StepOptions = {}): Promise<DownloadFileOutput> {
  "use step";
  const { file_path } = await callBot<{ file_path?: string }>("getFile", { file_id }, options);
  if (file_path === undefined)
    throw fatal("Telegram lets bots download files of at most 20 MB; this one is larger.", { name: "FileTooLarge" });
  const parts = file_path.split("/").map((part) => path`/${part}`);
  const content = await telegram.send<string | null>(
    { path: `/file/bot${parts.join("")}`, answer: "base64", maxBytes: MAX_BYTES, timeout: "2m" },
    options,
  );
  const bytes = decodeBase64(content ?? "", "The file").byteLength;
  return { file_id, file_path, file_name: file_path.slice(file_path.lastIndexOf("/") + 1), file_size: bytes, content: content ?? "" };
}
