import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { customerId } from "../fields.ts";

/** Deletes a customer for good and ends all its subscriptions at once. */
export const deleteCustomer = defineAction({
  name: "deleteCustomer",
  label: "Delete a customer",
  description: "Deletes a customer for good and ends all its subscriptions at once.",
  input: z.strictObject({
    customer: customerId,
  }),
  output: z.object({ id: z.string(), deleted: z.boolean() }),
});
