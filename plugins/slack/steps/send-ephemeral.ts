import type { StepOptions } from "../../kit/step-options.ts";
import { callSlack } from "../api.ts";
import type { SendEphemeralInput, SendEphemeralOutput } from "../types.generated.ts";

/** Sends a message to a channel that only one of its members sees, and only until they reload. */
export async function sendEphemeral(input: SendEphemeralInput, options: StepOptions = {}): Promise<SendEphemeralOutput> {
  "use step";
  return callSlack("chat.postEphemeral", input, options);
}
