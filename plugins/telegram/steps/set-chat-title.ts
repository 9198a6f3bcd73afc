import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { SetChatTitleInput, SetChatTitleOutput } from "../types.generated.ts";

/** Changes the title of a group or channel. */
export async function setChatTitle(input: SetChatTitleInput, options: StepOptions = {}): Promise<SetChatTitleOutput> {
  "use step";
  await callBot("setChatTitle", input, options);
  return { ok: true };
}
