import type { StepOptions } from "../../kit/step-options.ts";
import { ACCOUNT } from "../api.ts";
import { listPages } from "../list-pages.ts";
import type { ListCallsInput, ListCallsOutput } from "../types.generated.ts";

/** Lists the calls that were made and received, the newest first. */
export async function listCalls({ limit = 100, ...query }: ListCallsInput, options: StepOptions = {}): Promise<ListCallsOutput> {
  "use step";
  return { calls: await listPages({ path: `${ACCOUNT}/Calls.json`, query: { ...query } }, "calls", limit, options) };
}
