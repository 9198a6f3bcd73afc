import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { gmail } from "../api.ts";
import type { MessageAnswer } from "../read-message.ts";
import { headerOf, readContent, summarize } from "../read-message.ts";
import type { GetMessageInput, GetMessageOutput } from "../types.generated.ts";

/** Reads an e-mail: its text, its HTML and a list of its attachments. */
export async function getMessage({ id }: GetMessageInput, options: StepOptions = {}): Promise<GetMessageOutput> {
  "use step";
  const message = await gmail.send<MessageAnswer>({ path: path`/gmail/v1/users/me/messages/${id}`, query: { format: "full" } }, options);
  return {
    ...summarize(message),
    cc: headerOf(message, "Cc"),
    replyTo: headerOf(message, "Reply-To"),
    messageId: headerOf(message, "Message-ID"),
    ...readContent(message),
  };
}
