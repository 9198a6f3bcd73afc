import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { customer, searchFields } from "../fields.ts";

/** Finds customers by e-mail, name, telephone or metadata. */
export const searchCustomers = defineAction({
  name: "searchCustomers",
  label: "Search customers",
  description: "Finds customers by e-mail, name, telephone or metadata. What was added in the last minute may be missing.",
  input: z.strictObject({
    email: z.string().optional().meta({ label: "E-mail", example: "ada@example.com" }),
    name: z.string().optional().meta({ label: "Name", example: "Ada Lovelace" }),
    phone: z.string().optional().meta({ label: "Telephone", example: "+15551234567" }),
    ...searchFields,
  }),
  output: z.object({ customers: z.array(customer).meta({ label: "Customers" }) }),

  examples: [
    { email: "ada@example.com" },
    { name: "Ada Lovelace", phone: "+15551234567", metadata: { order_id: "6735" }, query: "created>1679609767", limit: 3 },
  ],
});
