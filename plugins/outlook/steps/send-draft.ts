import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { outlook } from "../api.ts";
import type { SendDraftInput, SendDraftOutput } from "../types.generated.ts";

/** Sends an e-mail that lies in the drafts. */
export async function sendDraft({ messageId }: SendDraftInput, options: StepOptions = {}): Promise<SendDraftOutput> {
  "use step";
  await outlook.send({ method: "POST", path: path`/me/messages/${messageId}/send` }, options);
  return { ok: true };
}
