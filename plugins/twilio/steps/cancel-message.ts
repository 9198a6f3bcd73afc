import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { ACCOUNT, twilio } from "../api.ts";
import type { CancelMessageInput, CancelMessageOutput } from "../types.generated.ts";

/** Cancels a message that waits for its time. */
export async function cancelMessage({ Sid }: CancelMessageInput, options: StepOptions = {}): Promise<CancelMessageOutput> {
  "use step";
  return twilio.send({ path: ACCOUNT + path`/Messages/${Sid}.json`, form: { Status: "canceled" } }, options);
}
