import type { StepOptions } from "../../kit/step-options.ts";
import { resend } from "../api.ts";
import type { CreateDomainInput, CreateDomainOutput } from "../types.generated.ts";

/** Adds a domain to send from and says which DNS records it needs. */
export async function createDomain(input: CreateDomainInput, options: StepOptions = {}): Promise<CreateDomainOutput> {
  "use step";
  return resend.send({ path: "/domains", json: input }, options);
}
