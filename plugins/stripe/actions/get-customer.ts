import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { customer, customerId } from "../fields.ts";

/** Reads one customer. */
export const getCustomer = defineAction({
  name: "getCustomer",
  label: "Get a customer",
  description: "Reads one customer. Of a deleted one only the id is left.",
  input: z.strictObject({
    customer: customerId,
  }),
  output: customer.partial().extend({ id: z.string(), deleted: z.boolean().optional() }),
});
