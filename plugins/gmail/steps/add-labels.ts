import type { StepOptions } from "../../kit/step-options.ts";
import { modifyLabels } from "../modify-labels.ts";
import type { AddLabelsInput, AddLabelsOutput } from "../types.generated.ts";

/** Puts labels on an e-mail. */
export async function addLabels({ id, labelIds }: AddLabelsInput, options: StepOptions = {}): Promise<AddLabelsOutput> {
  "use step";
  return modifyLabels(id, { addLabelIds: labelIds }, options);
}
