import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { StopPollInput, StopPollOutput } from "../types.generated.ts";

/** Closes a poll that the bot has sent and gives its result. */
export async function stopPoll(input: StopPollInput, options: StepOptions = {}): Promise<StopPollOutput> {
  "use step";
  return callBot("stopPoll", input, options);
}
