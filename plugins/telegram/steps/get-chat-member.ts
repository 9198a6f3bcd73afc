import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { GetChatMemberInput, GetChatMemberOutput } from "../types.generated.ts";

/** Gets what a person is in a chat: creator, administrator, member, restricted, left or kicked. */
export async function getChatMember(input: GetChatMemberInput, options: StepOptions = {}): Promise<GetChatMemberOutput> {
  "use step";
  return callBot("getChatMember", input, options);
}
