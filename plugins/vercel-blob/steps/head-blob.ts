import type { StepOptions } from "../../kit/step-options.ts";
import { vercelBlob } from "../api.ts";
import type { HeadBlobInput, HeadBlobOutput } from "../types.generated.ts";

/** Tells about a file. */
export async function headBlob({ urlOrPathname }: HeadBlobInput, options: StepOptions = {}): Promise<HeadBlobOutput> {
  "use step";
  return vercelBlob.send({ path: "", query: { url: urlOrPathname } }, options);
}
