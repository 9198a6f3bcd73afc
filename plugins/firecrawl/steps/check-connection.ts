import type { StepOptions } from "../../kit/step-options.ts";
import { firecrawl } from "../api.ts";

/** Tries the credential with a call that changes nothing. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  const { data } = await firecrawl.send<{ data: { remainingCredits: number } }>({ path: "/team/credit-usage" }, options);
  return { account: `Firecrawl, with ${data.remainingCredits} credits left` };
}
