import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { customerId, paymentIntent, searchFields } from "../fields.ts";

/** Finds payment intents by status, customer or metadata. */
export const searchPaymentIntents = defineAction({
  name: "searchPaymentIntents",
  label: "Search payment intents",
  description: "Finds payment intents by status, customer or metadata. What was added in the last minute may be missing.",
  input: z.strictObject({
    status: z
      .enum([
        "canceled",
        "processing",
        "requires_action",
        "requires_capture",
        "requires_confirmation",
        "requires_payment_method",
        "succeeded",
      ])
      .optional()
      .meta({ label: "Status", example: "succeeded" }),
    customer: customerId.optional().meta({ label: "Customer", help: "Its id.", example: "cus_NffrFeUfNV2Hib" }),
    ...searchFields,
  }),
  output: z.object({ payment_intents: z.array(paymentIntent).meta({ label: "Payment intents" }) }),

  examples: [{ status: "succeeded" }, { customer: "cus_NffrFeUfNV2Hib", metadata: { order_id: "6735" }, query: "amount>1000", limit: 3 }],
});
