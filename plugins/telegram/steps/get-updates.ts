import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { GetUpdatesInput, GetUpdatesOutput } from "../types.generated.ts";

/** Gets what has happened since the last update that was confirmed. */
export async function getUpdates(input: GetUpdatesInput, options: StepOptions = {}): Promise<GetUpdatesOutput> {
  "use step";
  return { updates: await callBot("getUpdates", input, options, { timeout: `${(input.timeout ?? 0) + 30}s` }) };
}
