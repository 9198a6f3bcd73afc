import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import { giveReason } from "../give-reason.ts";
import type { RemoveMemberInput, RemoveMemberOutput } from "../types.generated.ts";

/** Removes a person from a server; they can come back with an invite. */
export async function removeMember(
  { guild_id, user_id, reason }: RemoveMemberInput,
  options: StepOptions = {},
): Promise<RemoveMemberOutput> {
  "use step";
  const place = path`/guilds/${guild_id}/members/${user_id}`;
  await discord.send({ method: "DELETE", path: place, headers: giveReason(reason) }, options);
  return { ok: true };
}
