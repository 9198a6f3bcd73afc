import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { EditMessageTextInput, EditMessageTextOutput } from "../types.generated.ts";

/** Replaces the text and the buttons of a message that the bot has sent. */
export async function editMessageText(input: EditMessageTextInput, options: StepOptions = {}): Promise<EditMessageTextOutput> {
  "use step";
  return callBot("editMessageText", input, options);
}
