import type { StepOptions } from "../../kit/step-options.ts";
import { discordWebhooks } from "../api.ts";
import { encodeMessage } from "../encode-message.ts";
import type { SendWebhookMessageInput, SendWebhookMessageOutput } from "../types.generated.ts";

/** Sends a message to the channel of a webhook, under any name; it needs no bot. */
export async function sendWebhookMessage(
  { webhook_url, thread_id, files, ...input }: SendWebhookMessageInput,
  options: StepOptions = {},
): Promise<SendWebhookMessageOutput> {
  "use step";
  // The address holds the webhook's token, so it is all base and no path: messages show paths.
  const request = { method: "POST", baseUrl: webhook_url, path: "", query: { wait: true, thread_id } } as const;
  return discordWebhooks.send({ ...request, ...encodeMessage(input, files) }, options);
}
