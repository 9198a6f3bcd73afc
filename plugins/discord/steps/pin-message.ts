import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { discord } from "../api.ts";
import type { PinMessageInput, PinMessageOutput } from "../types.generated.ts";

/** Pins a message to its channel. */
export async function pinMessage({ channel_id, message_id }: PinMessageInput, options: StepOptions = {}): Promise<PinMessageOutput> {
  "use step";
  await discord.send({ method: "PUT", path: path`/channels/${channel_id}/messages/pins/${message_id}` }, options);
  return { ok: true };
}
