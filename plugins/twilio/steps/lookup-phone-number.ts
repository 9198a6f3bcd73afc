import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { LOOKUPS, twilio } from "../api.ts";
import type { LookupPhoneNumberInput, LookupPhoneNumberOutput } from "../types.generated.ts";

/** Says whether a phone number is valid, its country and how it is written; more for a fee. */
export async function lookupPhoneNumber(
  { PhoneNumber, CountryCode, Fields }: LookupPhoneNumberInput,
  options: StepOptions = {},
): Promise<LookupPhoneNumberOutput> {
  "use step";
  const query = { CountryCode, Fields: Fields?.join(",") };
  return twilio.send({ baseUrl: LOOKUPS, path: path`/v2/PhoneNumbers/${PhoneNumber}`, query }, options);
}
