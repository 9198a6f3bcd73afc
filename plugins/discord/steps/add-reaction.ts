import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import type { AddReactionInput, AddReactionOutput } from "../types.generated.ts";

/** Puts an emoji on a message. */
export async function addReaction(
  { channel_id, message_id, emoji }: AddReactionInput,
  options: StepOptions = {},
): Promise<AddReactionOutput> {
  "use step";
  const reaction = path`/channels/${channel_id}/messages/${message_id}/reactions/${emoji}/@me`;
  await discord.send({ method: "PUT", path: reaction }, options);
  return { ok: true };
}
