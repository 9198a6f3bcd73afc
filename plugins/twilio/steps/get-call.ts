import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { ACCOUNT, twilio } from "../api.ts";
import type { GetCallInput, GetCallOutput } from "../types.generated.ts";

/** Gets a call, how it ended and how long it took. */
export async function getCall({ Sid }: GetCallInput, options: StepOptions = {}): Promise<GetCallOutput> {
  "use step";
  return twilio.send({ path: ACCOUNT + path`/Calls/${Sid}.json` }, options);
}
