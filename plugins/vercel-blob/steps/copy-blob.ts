import type { StepOptions } from "../../kit/step-options.ts";
import { vercelBlob } from "../api.ts";
import { keepHeaders } from "../keep-headers.ts";
import type { CopyBlobInput, CopyBlobOutput } from "../types.generated.ts";

/** Copies a file. */
export async function copyBlob(input: CopyBlobInput, options: StepOptions = {}): Promise<CopyBlobOutput> {
  "use step";
  const query = { pathname: input.toPathname, fromUrl: input.fromUrlOrPathname };
  return vercelBlob.send({ method: "PUT", path: "", query, headers: keepHeaders(input), timeout: "60s" }, options);
}
