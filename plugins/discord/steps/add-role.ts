import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import { giveReason } from "../give-reason.ts";
import type { AddRoleInput, AddRoleOutput } from "../types.generated.ts";

/** Gives a role to a person of a server. */
export async function addRole({ guild_id, user_id, role_id, reason }: AddRoleInput, options: StepOptions = {}): Promise<AddRoleOutput> {
  "use step";
  const place = path`/guilds/${guild_id}/members/${user_id}/roles/${role_id}`;
  await discord.send({ method: "PUT", path: place, headers: giveReason(reason) }, options);
  return { ok: true };
}
