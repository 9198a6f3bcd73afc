import type { StepOptions } from "../../kit/step-options.ts";
import { modifyLabels } from "../modify-labels.ts";
import type { RemoveLabelsInput, RemoveLabelsOutput } from "../types.generated.ts";

/** Takes labels off an e-mail. */
export async function removeLabels({ id, labelIds }: RemoveLabelsInput, options: StepOptions = {}): Promise<RemoveLabelsOutput> {
  "use step";
  return modifyLabels(id, { removeLabelIds: labelIds }, options);
}
