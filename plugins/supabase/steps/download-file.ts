import type { StepOptions } from "../../kit/step-options.ts";
import { supabase } from "../api.ts";
import { filePath } from "../files.ts";
import type { DownloadFileInput, DownloadFileOutput } from "../types.generated.ts";

const LARGEST = 50_000_000;

/** Reads a file of a bucket, up to 50 MB. */
export async function downloadFile({ bucket, path: file }: DownloadFileInput, options: StepOptions = {}): Promise<DownloadFileOutput> {
  "use step";
  const request = { path: filePath(bucket, file), answer: "base64", maxBytes: LARGEST, timeout: "2m" } as const;
  const { data, headers } = await supabase.call<string | null>(request, options);
  return { content: data ?? "", contentType: headers["content-type"] ?? "application/octet-stream" };
}
