import type { StepOptions } from "../../kit/step-options.ts";
import { clerk } from "../api.ts";
import type { CreateInvitationInput, CreateInvitationOutput } from "../types.generated.ts";

/** Invites a person to sign up, by e-mail unless you say otherwise. */
export async function createInvitation(input: CreateInvitationInput, options: StepOptions = {}): Promise<CreateInvitationOutput> {
  "use step";
  return clerk.send({ path: "/invitations", json: input }, options);
}
