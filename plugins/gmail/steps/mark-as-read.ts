import type { StepOptions } from "../../kit/step-options.ts";
import { modifyLabels } from "../modify-labels.ts";
import type { MarkAsReadInput, MarkAsReadOutput } from "../types.generated.ts";

/** Marks an e-mail as read. */
export async function markAsRead({ id }: MarkAsReadInput, options: StepOptions = {}): Promise<MarkAsReadOutput> {
  "use step";
  return modifyLabels(id, { removeLabelIds: ["UNREAD"] }, options);
}
