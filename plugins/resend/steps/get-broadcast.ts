import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { resend } from "../api.ts";
import type { GetBroadcastInput, GetBroadcastOutput } from "../types.generated.ts";

/** Gets a broadcast and whether it has been sent. */
export async function getBroadcast({ id }: GetBroadcastInput, options: StepOptions = {}): Promise<GetBroadcastOutput> {
  "use step";
  return resend.send({ path: path`/broadcasts/${id}` }, options);
}
