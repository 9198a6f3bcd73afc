import type { Loose } from "../../kit/loose.ts";
import type { Pending } from "../../kit/pending.ts";
import { isPending } from "../../kit/pending.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import type { ExtractInput, ExtractOutput } from "../types.generated.ts";
import { waitForJob } from "../wait-for-job.ts";

/** Takes data out of pages. Called again with its job until it is done. */
export async function extract<T = Loose>(input: ExtractInput, options: StepOptions = {}): Promise<ExtractOutput<T> | Pending> {
  "use step";
  const status = await waitForJob("/extract", input, options);
  if (isPending(status)) return status;
  // By field where it was taken from; a page may have given several.
  const sources: Readonly<Record<string, readonly string[]>> = status.sources ?? {};
  return {
    id: status.id,
    data: status.data,
    sources: [...new Set(Object.values(sources).flat())],
    tokensUsed: status.tokensUsed ?? null,
  };
}
