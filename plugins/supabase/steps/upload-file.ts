import { decodeBase64 } from "../../kit/base64.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { supabase } from "../api.ts";
import { filePath } from "../files.ts";
import type { UploadFileInput, UploadFileOutput } from "../types.generated.ts";

/** Puts a file into a bucket. */
export async function uploadFile(
  { bucket, path: file, content, contentType = "application/octet-stream", upsert = false }: UploadFileInput,
  options: StepOptions = {},
): Promise<UploadFileOutput> {
  "use step";
  const bytes = { content: decodeBase64(content, "content"), type: contentType };
  return supabase.send({ path: filePath(bucket, file), headers: { "x-upsert": String(upsert) }, bytes, timeout: "2m" }, options);
}
