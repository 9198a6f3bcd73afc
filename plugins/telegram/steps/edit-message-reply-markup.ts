import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { EditMessageReplyMarkupInput, EditMessageReplyMarkupOutput } from "../types.generated.ts";

/** Replaces the buttons below a message, or takes them away when none are given. */
export async function editMessageReplyMarkup(
  input: EditMessageReplyMarkupInput,
  options: StepOptions = {},
): Promise<EditMessageReplyMarkupOutput> {
  "use step";
  return callBot("editMessageReplyMarkup", input, options);
}
