import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Says whether a phone number is valid, its country and how it is written; more for a fee. */
export const lookupPhoneNumber = defineAction({
  name: "lookupPhoneNumber",
  label: "Look up a phone number",
  description: "Says whether a phone number is valid, its country and how it is written; more for a fee.",
  input: z.strictObject({
    PhoneNumber: z.string().meta({ label: "Phone number", help: "With its country, or set the country below.", example: "+15558675310" }),
    CountryCode: z
      .string()
      .length(2)
      .optional()
      .meta({ label: "Country", help: "Two letters, when the number has no country.", example: "US" }),
    Fields: z
      .array(z.enum(["line_type_intelligence", "caller_name", "sim_swap", "call_forwarding", "line_status", "sms_pumping_risk"]))
      .optional()
      .meta({ label: "Also", help: "Each costs a fee.", example: ["line_type_intelligence"] }),
  }),
  output: z.object({
    phone_number: z.string().nullish(),
    national_format: z.string().nullish(),
    country_code: z.string().nullish(),
    calling_country_code: z.string().nullish(),
    valid: z.boolean().nullish(),
    validation_errors: z.array(z.string()).nullish(),
    line_type_intelligence: z.object({ type: z.string().nullish(), carrier_name: z.string().nullish() }).nullish(),
    caller_name: z.object({ caller_name: z.string().nullish(), caller_type: z.string().nullish() }).nullish(),
  }),
});
