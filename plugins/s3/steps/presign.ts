import type { StepOptions } from "../../kit/step-options.ts";
import { signUrl } from "../api.ts";
import type { PresignInput, PresignOutput } from "../types.generated.ts";

/** Makes a signed address. */
export async function presign(input: PresignInput, options: StepOptions = {}): Promise<PresignOutput> {
  "use step";
  const seconds = input.expiresIn ?? 3_600;
  const now = new Date();
  const url = await signUrl({ method: input.method ?? "GET", bucket: input.bucket, key: input.key, seconds, now }, options);
  return { url: url.href, expiresAt: new Date(now.getTime() + seconds * 1_000).toISOString() };
}
