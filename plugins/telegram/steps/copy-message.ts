import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { CopyMessageInput, CopyMessageOutput } from "../types.generated.ts";

/** Copies a message of one chat to another, without saying whose it was. */
export async function copyMessage(input: CopyMessageInput, options: StepOptions = {}): Promise<CopyMessageOutput> {
  "use step";
  return callBot("copyMessage", input, options);
}
