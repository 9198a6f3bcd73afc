import type { StepOptions } from "../../kit/step-options.ts";
import { supabase } from "../api.ts";
import type { InviteUserInput, InviteUserOutput } from "../types.generated.ts";

/** Sends a person an e-mail with a link to sign in by. */
export async function inviteUser(
  { redirect_to: target, ...invitation }: InviteUserInput,
  options: StepOptions = {},
): Promise<InviteUserOutput> {
  "use step";
  return supabase.send({ path: "/auth/v1/invite", query: { redirect_to: target }, json: invitation }, options);
}
