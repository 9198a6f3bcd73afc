import type { StepOptions } from "../../kit/step-options.ts";
import { callSlack } from "../api.ts";
import type { AddReactionInput, AddReactionOutput } from "../types.generated.ts";

/** Puts an emoji on a message. */
export async function addReaction(input: AddReactionInput, options: StepOptions = {}): Promise<AddReactionOutput> {
  "use step";
  await callSlack("reactions.add", input, options);
  return { ok: true };
}
