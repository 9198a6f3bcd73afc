import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import type { GetMemberInput, GetMemberOutput } from "../types.generated.ts";

/** Gets a person of a server: nickname, roles and when they joined. */
export async function getMember({ guild_id, user_id }: GetMemberInput, options: StepOptions = {}): Promise<GetMemberOutput> {
  "use step";
  return discord.send({ path: path`/guilds/${guild_id}/members/${user_id}` }, options);
}
