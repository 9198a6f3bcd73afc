import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { resend } from "../api.ts";
import type { UpdateDomainInput, UpdateDomainOutput } from "../types.generated.ts";

/** Changes the tracking and the TLS of a domain. */
export async function updateDomain({ domain_id, ...input }: UpdateDomainInput, options: StepOptions = {}): Promise<UpdateDomainOutput> {
  "use step";
  return resend.send({ method: "PATCH", path: path`/domains/${domain_id}`, json: input }, options);
}
