import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import type { ListRolesInput, ListRolesOutput } from "../types.generated.ts";

/** Lists the roles of a server. */
export async function listRoles({ guild_id }: ListRolesInput, options: StepOptions = {}): Promise<ListRolesOutput> {
  "use step";
  return { roles: await discord.send({ path: path`/guilds/${guild_id}/roles` }, options) };
}
