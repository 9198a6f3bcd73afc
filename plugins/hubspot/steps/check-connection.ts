import type { StepOptions } from "../../kit/step-options.ts";
import { hubspot } from "../api.ts";

/** Tries the credential with a call that changes nothing. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  const { portalId } = await hubspot.send<{ portalId: number }>({ path: "/account-info/2026-09/details" }, options);
  return { account: `HubSpot account ${portalId}` };
}
