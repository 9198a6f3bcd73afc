import { encodeFields } from "../../kit/encode-fields.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { ACCOUNT, twilio } from "../api.ts";
import { requireSender } from "../require-sender.ts";
import type { SendWhatsappInput, SendWhatsappOutput } from "../types.generated.ts";
import { whatsappAddress } from "../whatsapp-address.ts";

/** Sends a WhatsApp message: a free text within 24 hours of the person's own, else an approved template. */
export async function sendWhatsapp({ To, From, ...input }: SendWhatsappInput, options: StepOptions = {}): Promise<SendWhatsappOutput> {
  "use step";
  requireSender({ From, ...input });
  const people = { To: whatsappAddress(To), From: From === undefined ? undefined : whatsappAddress(From) };
  const form = encodeFields({ ...people, ...input }, { ContentVariables: "json" });
  return twilio.send({ path: `${ACCOUNT}/Messages.json`, form }, options);
}
