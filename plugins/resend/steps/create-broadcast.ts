import type { StepOptions } from "../../kit/step-options.ts";
import { resend } from "../api.ts";
import type { CreateBroadcastInput, CreateBroadcastOutput } from "../types.generated.ts";

/** Writes an e-mail to all contacts of a segment; it goes out when it is sent. */
export async function createBroadcast(input: CreateBroadcastInput, options: StepOptions = {}): Promise<CreateBroadcastOutput> {
  "use step";
  return resend.send({ path: "/broadcasts", json: input }, options);
}
