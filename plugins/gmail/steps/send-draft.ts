import type { StepOptions } from "../../kit/step-options.ts";
import { gmail } from "../api.ts";
import { presentChange } from "../modify-labels.ts";
import type { MessageAnswer } from "../read-message.ts";
import type { SendDraftInput, SendDraftOutput } from "../types.generated.ts";

/** Sends a draft as it is now. */
export async function sendDraft({ id }: SendDraftInput, options: StepOptions = {}): Promise<SendDraftOutput> {
  "use step";
  return presentChange(await gmail.send<MessageAnswer>({ path: "/gmail/v1/users/me/drafts/send", json: { id } }, options));
}
