import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import type { CreateInviteInput, CreateInviteOutput } from "../types.generated.ts";

/** Makes a link with which people can join the server of a channel. */
export async function createInvite({ channel_id, ...input }: CreateInviteInput, options: StepOptions = {}): Promise<CreateInviteOutput> {
  "use step";
  const invite = await discord.send<{ code: string; expires_at?: string | null }>(
    { path: path`/channels/${channel_id}/invites`, json: input },
    options,
  );
  return { ...invite, url: `https://discord.gg/${invite.code}` };
}
