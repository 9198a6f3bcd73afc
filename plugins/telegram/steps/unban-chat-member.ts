import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { UnbanChatMemberInput, UnbanChatMemberOutput } from "../types.generated.ts";

/** Lets a banned person join again. */
export async function unbanChatMember(input: UnbanChatMemberInput, options: StepOptions = {}): Promise<UnbanChatMemberOutput> {
  "use step";
  await callBot("unbanChatMember", input, options);
  return { ok: true };
}
