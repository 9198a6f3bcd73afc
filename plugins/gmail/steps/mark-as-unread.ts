import type { StepOptions } from "../../kit/step-options.ts";
import { modifyLabels } from "../modify-labels.ts";
import type { MarkAsUnreadInput, MarkAsUnreadOutput } from "../types.generated.ts";

/** Marks an e-mail as unread. */
export async function markAsUnread({ id }: MarkAsUnreadInput, options: StepOptions = {}): Promise<MarkAsUnreadOutput> {
  "use step";
  return modifyLabels(id, { addLabelIds: ["UNREAD"] }, options);
}
