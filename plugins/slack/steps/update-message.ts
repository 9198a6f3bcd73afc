import type { StepOptions } from "../../kit/step-options.ts";
import { callSlack } from "../api.ts";
import type { UpdateMessageInput, UpdateMessageOutput } from "../types.generated.ts";

/** Replaces a message that the app has sent. */
export async function updateMessage(input: UpdateMessageInput, options: StepOptions = {}): Promise<UpdateMessageOutput> {
  "use step";
  return callSlack("chat.update", input, options);
}
