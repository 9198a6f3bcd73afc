import type { StepOptions } from "../../kit/step-options.ts";
import { gmail } from "../api.ts";
import type { CreateLabelInput, CreateLabelOutput } from "../types.generated.ts";

/** Makes a label that is shown in Gmail's lists. */
export async function createLabel({ name }: CreateLabelInput, options: StepOptions = {}): Promise<CreateLabelOutput> {
  "use step";
  const json = { name, labelListVisibility: "labelShow", messageListVisibility: "show" };
  const label = await gmail.send<CreateLabelOutput>({ path: "/gmail/v1/users/me/labels", json }, options);
  return { id: label.id, name: label.name };
}
