import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";

/** What the key's own account says of itself. */
interface Account {
  readonly id: string;
  readonly settings?: { readonly dashboard?: { readonly display_name?: string | null } } | null;
}

/** Tries the credential with a call that changes nothing. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  const { id, settings } = await stripe.send<Account>({ path: "/v1/account" }, options);
  return { account: settings?.dashboard?.display_name ?? id };
}
