import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { ACCOUNT, twilio } from "../api.ts";
import type { GetMessageInput, GetMessageOutput } from "../types.generated.ts";

/** Gets a message and whether it has been delivered. */
export async function getMessage({ Sid }: GetMessageInput, options: StepOptions = {}): Promise<GetMessageOutput> {
  "use step";
  return twilio.send({ path: ACCOUNT + path`/Messages/${Sid}.json` }, options);
}
