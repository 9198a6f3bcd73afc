import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import { encodeMessage, onlyOnce } from "../encode-message.ts";
import type { SendDirectMessageInput, SendDirectMessageOutput } from "../types.generated.ts";

/** Sends a message to a person who shares a server with the bot. */
export async function sendDirectMessage(
  { user_id, files, ...input }: SendDirectMessageInput,
  options: StepOptions = {},
): Promise<SendDirectMessageOutput> {
  "use step";
  const { id } = await discord.send<{ id: string }>({ path: "/users/@me/channels", json: { recipient_id: user_id } }, options);
  const body = encodeMessage({ ...input, ...onlyOnce() }, files);
  return discord.send({ path: path`/channels/${id}/messages`, ...body }, options);
}
