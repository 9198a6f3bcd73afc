import { encodeFields } from "../../kit/encode-fields.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { ACCOUNT, twilio } from "../api.ts";
import { requireSender } from "../require-sender.ts";
import type { SendSmsInput, SendSmsOutput } from "../types.generated.ts";

/** Sends a text message, with pictures where the country allows it, now or at a later time. */
export async function sendSms(input: SendSmsInput, options: StepOptions = {}): Promise<SendSmsOutput> {
  "use step";
  requireSender(input);
  const schedule = input.SendAt === undefined ? {} : { ScheduleType: "fixed" };
  return twilio.send({ path: `${ACCOUNT}/Messages.json`, form: encodeFields({ ...input, ...schedule }) }, options);
}
