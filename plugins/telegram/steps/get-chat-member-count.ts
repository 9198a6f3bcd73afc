import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { GetChatMemberCountInput, GetChatMemberCountOutput } from "../types.generated.ts";

/** Counts the members of a group or channel. */
export async function getChatMemberCount(input: GetChatMemberCountInput, options: StepOptions = {}): Promise<GetChatMemberCountOutput> {
  "use step";
  return { count: await callBot("getChatMemberCount", input, options) };
}
