import type { StepOptions } from "../../kit/step-options.ts";
import { webflow } from "../api.ts";

/** The sites that the token may use. */
interface Sites {
  readonly sites: readonly { readonly displayName?: string }[];
}

/** Tries the credential with a call that changes nothing. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  const { sites } = await webflow.send<Sites>({ path: "/sites" }, options);
  return { account: sites.map(({ displayName }) => displayName).join(", ") || "Webflow, without a site yet" };
}
