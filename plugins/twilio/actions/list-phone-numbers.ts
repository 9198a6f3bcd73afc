import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit } from "../fields.ts";

/** Lists the phone numbers of the account. */
export const listPhoneNumbers = defineAction({
  name: "listPhoneNumbers",
  label: "List phone numbers",
  description: "Lists the phone numbers of the account.",
  input: z.strictObject({
    limit,
  }),
  output: z.object({ phoneNumbers: z.array(z.object({ sid: z.string(), phone_number: z.string(), friendly_name: z.string().nullish() })) }),
});
