import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { CreateChatInviteLinkInput, CreateChatInviteLinkOutput } from "../types.generated.ts";

/** Makes a link with which people can join a group or channel. */
export async function createChatInviteLink(
  input: CreateChatInviteLinkInput,
  options: StepOptions = {},
): Promise<CreateChatInviteLinkOutput> {
  "use step";
  return callBot("createChatInviteLink", input, options);
}
