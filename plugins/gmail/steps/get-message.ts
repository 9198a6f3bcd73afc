import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { gmail } from "../api.ts";
import type { MessageAnswer } from "../read-message.ts";
import { presentMessage } from "../read-message.ts";
import type { GetMessageInput, GetMessageOutput } from "../types.generated.ts";

/** Reads an e-mail: its text, its HTML and a list of its attachments. */
export async function getMessage({ id }: GetMessageInput, options: StepOptions = {}): Promise<GetMessageOutput> {
  "use step";
  return presentMessage(
    await gmail.send<MessageAnswer>({ path: path`/gmail/v1/users/me/messages/${id}`, query: { format: "full" } }, options),
  );
}
