import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { resend } from "../api.ts";
import type { GetDomainInput, GetDomainOutput } from "../types.generated.ts";

/** Gets a domain, whether it is verified, and its DNS records. */
export async function getDomain({ domain_id }: GetDomainInput, options: StepOptions = {}): Promise<GetDomainOutput> {
  "use step";
  return resend.send({ path: path`/domains/${domain_id}` }, options);
}
