import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { ForwardMessageInput, ForwardMessageOutput } from "../types.generated.ts";

/** Forwards a message of one chat to another, with its author. */
export async function forwardMessage(input: ForwardMessageInput, options: StepOptions = {}): Promise<ForwardMessageOutput> {
  "use step";
  return callBot("forwardMessage", input, options);
}
