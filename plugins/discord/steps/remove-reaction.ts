import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import type { RemoveReactionInput, RemoveReactionOutput } from "../types.generated.ts";

/** Takes the bot's own emoji off a message. */
export async function removeReaction(
  { channel_id, message_id, emoji }: RemoveReactionInput,
  options: StepOptions = {},
): Promise<RemoveReactionOutput> {
  "use step";
  const reaction = path`/channels/${channel_id}/messages/${message_id}/reactions/${emoji}/@me`;
  await discord.send({ method: "DELETE", path: reaction }, options);
  return { ok: true };
}
