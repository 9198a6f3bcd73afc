import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import { giveReason } from "../give-reason.ts";
import type { BanMemberInput, BanMemberOutput } from "../types.generated.ts";

/** Removes a person from a server and keeps them out. */
export async function banMember(
  { guild_id, user_id, reason, ...input }: BanMemberInput,
  options: StepOptions = {},
): Promise<BanMemberOutput> {
  "use step";
  const place = path`/guilds/${guild_id}/bans/${user_id}`;
  await discord.send({ method: "PUT", path: place, json: input, headers: giveReason(reason) }, options);
  return { ok: true };
}
