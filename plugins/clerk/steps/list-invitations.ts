import type { StepOptions } from "../../kit/step-options.ts";
import { listClerk } from "../api.ts";
import type { ListInvitationsInput, ListInvitationsOutput } from "../types.generated.ts";

type Invitations = ListInvitationsOutput["invitations"];

/** Lists invitations to sign up, newest first. */
export async function listInvitations(
  { limit = 100, ...query }: ListInvitationsInput,
  options: StepOptions = {},
): Promise<ListInvitationsOutput> {
  "use step";
  return { invitations: await listClerk(limit, "/invitations", query, options, (page: Invitations) => page) };
}
