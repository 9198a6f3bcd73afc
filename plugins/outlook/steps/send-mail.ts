import type { StepOptions } from "../../kit/step-options.ts";
import { outlook } from "../api.ts";
import { encodeMessage } from "../encode-message.ts";
import type { SendMailInput, SendMailOutput } from "../types.generated.ts";

/** Sends an e-mail in the name of the person who signed in. */
export async function sendMail({ saveToSentItems = true, ...input }: SendMailInput, options: StepOptions = {}): Promise<SendMailOutput> {
  "use step";
  await outlook.send({ path: "/me/sendMail", json: { message: encodeMessage(input), saveToSentItems } }, options);
  return { ok: true };
}
