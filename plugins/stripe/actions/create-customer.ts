import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { customer, customerFields } from "../fields.ts";

/** Adds a customer to the account. */
export const createCustomer = defineAction({
  name: "createCustomer",
  label: "Create a customer",
  description: "Adds a customer to the account.",
  input: z.strictObject(customerFields),
  output: customer,
});
