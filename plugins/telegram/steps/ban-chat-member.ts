import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { BanChatMemberInput, BanChatMemberOutput } from "../types.generated.ts";

/** Removes a person from a group or channel and keeps them out. */
export async function banChatMember(input: BanChatMemberInput, options: StepOptions = {}): Promise<BanChatMemberOutput> {
  "use step";
  await callBot("banChatMember", input, options);
  return { ok: true };
}
