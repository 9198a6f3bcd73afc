import type { StepOptions } from "../../kit/step-options.ts";
import { ACCOUNT } from "../api.ts";
import { listPages } from "../list-pages.ts";
import type { ListPhoneNumbersInput, ListPhoneNumbersOutput } from "../types.generated.ts";

/** Lists the phone numbers of the account. */
export async function listPhoneNumbers({ limit = 100 }: ListPhoneNumbersInput, options: StepOptions = {}): Promise<ListPhoneNumbersOutput> {
  "use step";
  const request = { path: `${ACCOUNT}/IncomingPhoneNumbers.json` };
  return { phoneNumbers: await listPages(request, "incoming_phone_numbers", limit, options) };
}
