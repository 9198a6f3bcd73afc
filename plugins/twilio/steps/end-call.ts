import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { ACCOUNT, twilio } from "../api.ts";
import type { EndCallInput, EndCallOutput } from "../types.generated.ts";

/** Hangs up a call that is going on. */
export async function endCall({ Sid }: EndCallInput, options: StepOptions = {}): Promise<EndCallOutput> {
  "use step";
  return twilio.send({ path: ACCOUNT + path`/Calls/${Sid}.json`, form: { Status: "completed" } }, options);
}
