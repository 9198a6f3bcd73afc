import type { StepOptions } from "../../kit/step-options.ts";
import { VERIFY } from "../api.ts";
import { listPages } from "../list-pages.ts";
import type { ListVerifyServicesInput, ListVerifyServicesOutput } from "../types.generated.ts";

/** Lists the services that send codes. */
export async function listVerifyServices(
  { limit = 100 }: ListVerifyServicesInput,
  options: StepOptions = {},
): Promise<ListVerifyServicesOutput> {
  "use step";
  const request = { baseUrl: VERIFY, path: "/v2/Services", largest: 100 };
  return { services: await listPages(request, "services", limit, options) };
}
