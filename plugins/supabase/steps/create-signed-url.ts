import type { StepOptions } from "../../kit/step-options.ts";
import { projectUrl, supabase } from "../api.ts";
import { filePath } from "../files.ts";
import type { CreateSignedUrlInput, CreateSignedUrlOutput } from "../types.generated.ts";

/** Makes an address by which anybody can download a file for some time. */
export async function createSignedUrl(
  { bucket, path: file, expiresIn, download }: CreateSignedUrlInput,
  options: StepOptions = {},
): Promise<CreateSignedUrlOutput> {
  "use step";
  const request = { path: filePath(bucket, file, "/sign"), json: { expiresIn } };
  const { signedURL } = await supabase.send<{ signedURL: string }>(request, options);
  const saved = download === undefined ? "" : `&download=${encodeURIComponent(download)}`;
  return { signedUrl: `${await projectUrl(options)}/storage/v1${signedURL}${saved}` };
}
