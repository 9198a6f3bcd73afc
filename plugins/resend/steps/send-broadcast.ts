import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { resend } from "../api.ts";
import type { SendBroadcastInput, SendBroadcastOutput } from "../types.generated.ts";

/** Sends a broadcast to its segment, now or at a later time. */
export async function sendBroadcast({ id, scheduled_at }: SendBroadcastInput, options: StepOptions = {}): Promise<SendBroadcastOutput> {
  "use step";
  return resend.send({ path: path`/broadcasts/${id}/send`, json: { scheduled_at } }, options);
}
