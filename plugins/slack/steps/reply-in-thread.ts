import type { StepOptions } from "../../kit/step-options.ts";
import { callSlack } from "../api.ts";
import type { ReplyInThreadInput, ReplyInThreadOutput } from "../types.generated.ts";

/** Answers a message in its thread, and in the channel too if you like. */
export async function replyInThread(input: ReplyInThreadInput, options: StepOptions = {}): Promise<ReplyInThreadOutput> {
  "use step";
  return callSlack("chat.postMessage", input, options);
}
