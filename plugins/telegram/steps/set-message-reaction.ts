import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { SetMessageReactionInput, SetMessageReactionOutput } from "../types.generated.ts";

/** Puts an emoji on a message, in place of the one the bot put there before. */
export async function setMessageReaction(
  { emoji, ...input }: SetMessageReactionInput,
  options: StepOptions = {},
): Promise<SetMessageReactionOutput> {
  "use step";
  const reaction = emoji === undefined ? [] : [{ type: "emoji", emoji }];
  await callBot("setMessageReaction", { ...input, reaction }, options);
  return { ok: true };
}
