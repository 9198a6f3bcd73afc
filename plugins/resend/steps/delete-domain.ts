import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { resend } from "../api.ts";
import type { DeleteDomainInput, DeleteDomainOutput } from "../types.generated.ts";

/** Removes a domain from the account. */
export async function deleteDomain({ domain_id }: DeleteDomainInput, options: StepOptions = {}): Promise<DeleteDomainOutput> {
  "use step";
  return resend.send({ method: "DELETE", path: path`/domains/${domain_id}` }, options);
}
