import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { SendPollInput, SendPollOutput } from "../types.generated.ts";

/** Asks a question with up to 12 answers to choose from, as a poll or as a quiz. */
export async function sendPoll({ options: answers, ...input }: SendPollInput, options: StepOptions = {}): Promise<SendPollOutput> {
  "use step";
  return callBot("sendPoll", { ...input, options: answers.map((text) => ({ text })) }, options);
}
