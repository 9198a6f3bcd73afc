import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import { giveReason } from "../give-reason.ts";
import type { RemoveRoleInput, RemoveRoleOutput } from "../types.generated.ts";

/** Takes a role away from a person of a server. */
export async function removeRole(
  { guild_id, user_id, role_id, reason }: RemoveRoleInput,
  options: StepOptions = {},
): Promise<RemoveRoleOutput> {
  "use step";
  const place = path`/guilds/${guild_id}/members/${user_id}/roles/${role_id}`;
  await discord.send({ method: "DELETE", path: place, headers: giveReason(reason) }, options);
  return { ok: true };
}
