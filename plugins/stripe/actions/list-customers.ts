import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { created, customer, limit } from "../fields.ts";

/** Lists customers, newest first, all of them or those with one e-mail address. */
export const listCustomers = defineAction({
  name: "listCustomers",
  label: "List customers",
  description: "Lists customers, newest first, all of them or those with one e-mail address.",
  input: z.strictObject({
    email: z
      .string()
      .optional()
      .meta({ label: "E-mail", help: "Exactly this address; upper and lower case differ.", example: "ada@example.com" }),
    ...created,
    limit,
  }),
  output: z.object({ customers: z.array(customer).meta({ label: "Customers" }) }),
});
