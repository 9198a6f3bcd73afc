import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { resend } from "../api.ts";
import type { VerifyDomainInput, VerifyDomainOutput } from "../types.generated.ts";

/** Makes Resend look at the DNS records of a domain; the result shows in its status a little later. */
export async function verifyDomain({ domain_id }: VerifyDomainInput, options: StepOptions = {}): Promise<VerifyDomainOutput> {
  "use step";
  return resend.send({ method: "POST", path: path`/domains/${domain_id}/verify` }, options);
}
