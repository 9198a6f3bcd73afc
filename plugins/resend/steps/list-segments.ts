import type { StepOptions } from "../../kit/step-options.ts";
import { listPages } from "../list-pages.ts";
import type { ListSegmentsInput, ListSegmentsOutput } from "../types.generated.ts";

/** Lists the groups of contacts. */
export async function listSegments({ limit = 100 }: ListSegmentsInput, options: StepOptions = {}): Promise<ListSegmentsOutput> {
  "use step";
  return { segments: await listPages("/segments", {}, limit, options) };
}
