import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { SetWebhookInput, SetWebhookOutput } from "../types.generated.ts";

/** Lets Telegram send every update of the bot to an address, for example a workflow's trigger. */
export async function setWebhook(input: SetWebhookInput, options: StepOptions = {}): Promise<SetWebhookOutput> {
  "use step";
  await callBot("setWebhook", input, options);
  return { ok: true };
}
