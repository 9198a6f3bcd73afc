import { egressRefusal } from "./egress.ts";
import { fatal, retryable } from "./failure.ts";
import { stepContext } from "./step-context.ts";

/**
 * The address to connect to for a host that is not called with `fetch` (a database, a mail server); the name itself where no host of the
 * steps says otherwise. Throws a FatalError for a host that steps may not reach, a RetryableError when its name cannot be looked up.
 */
export async function resolveHost(host: string, port: number): Promise<string> {
  try {
    return (await stepContext()?.resolveHost?.(host, port)) ?? host;
  } catch (error) {
    const refusal = egressRefusal(error);
    if (refusal) throw fatal(refusal.message, { name: refusal.name });
    const reason = error instanceof Error ? error.message : String(error);
    throw retryable(`The host ${host} could not be found: ${reason}`, { name: "NetworkError" });
  }
}
