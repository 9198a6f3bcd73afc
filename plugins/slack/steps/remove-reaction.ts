import type { StepOptions } from "../../kit/step-options.ts";
import { callSlack } from "../api.ts";
import type { RemoveReactionInput, RemoveReactionOutput } from "../types.generated.ts";

/** Takes an emoji of the app off a message. */
export async function removeReaction(input: RemoveReactionInput, options: StepOptions = {}): Promise<RemoveReactionOutput> {
  "use step";
  await callSlack("reactions.remove", input, options);
  return { ok: true };
}
