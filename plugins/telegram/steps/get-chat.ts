import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { GetChatInput, GetChatOutput } from "../types.generated.ts";

/** Gets a person, group or channel: its title, description and invite link. */
export async function getChat(input: GetChatInput, options: StepOptions = {}): Promise<GetChatOutput> {
  "use step";
  return callBot("getChat", input, options);
}
