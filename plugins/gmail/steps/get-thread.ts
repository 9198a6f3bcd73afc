import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { gmail } from "../api.ts";
import type { MessageAnswer } from "../read-message.ts";
import { presentMessage } from "../read-message.ts";
import type { GetThreadInput, GetThreadOutput } from "../types.generated.ts";

/** Reads all e-mails of a conversation. */
export async function getThread({ id }: GetThreadInput, options: StepOptions = {}): Promise<GetThreadOutput> {
  "use step";
  const thread = await gmail.send<{ id: string; messages?: readonly MessageAnswer[] }>(
    { path: path`/gmail/v1/users/me/threads/${id}`, query: { format: "full" } },
    options,
  );
  return { id: thread.id, messages: (thread.messages ?? []).map(presentMessage) };
}
