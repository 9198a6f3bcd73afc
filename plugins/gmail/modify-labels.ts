import { path } from "../kit/path.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { gmail } from "./api.ts";
import type { MessageAnswer } from "./read-message.ts";

/** A message after a change. */
interface ChangedMessage {
  id: string;
  threadId: string;
  labelIds: string[];
}

/** Adds labels to a message and takes others away. */
export async function modifyLabels(
  id: string,
  change: { readonly addLabelIds?: readonly string[]; readonly removeLabelIds?: readonly string[] },
  options: StepOptions,
): Promise<ChangedMessage> {
  return presentChange(await gmail.send<MessageAnswer>({ path: path`/gmail/v1/users/me/messages/${id}/modify`, json: change }, options));
}

export function presentChange({ id, threadId, labelIds = [] }: MessageAnswer): ChangedMessage {
  return { id, threadId, labelIds: [...labelIds] };
}
