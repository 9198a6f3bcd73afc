import type { StepOptions } from "../../kit/step-options.ts";
import { teams } from "../api.ts";

/** Tries the credential with a call that changes nothing. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  const { displayName, userPrincipalName } = await teams.send<{ displayName?: string | null; userPrincipalName: string }>(
    { path: "/me", query: { $select: "displayName,userPrincipalName" } },
    options,
  );
  return { account: displayName ? `${displayName} (${userPrincipalName})` : userPrincipalName };
}
