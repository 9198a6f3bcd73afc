import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { customer, customerFields, customerId } from "../fields.ts";

/** Changes the fields you give and leaves the others as they are. */
export const updateCustomer = defineAction({
  name: "updateCustomer",
  label: "Update a customer",
  description: "Changes the fields you give and leaves the others as they are.",
  input: z.strictObject({
    customer: customerId,
    ...customerFields,
  }),
  output: customer,
});
