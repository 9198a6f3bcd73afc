import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { metadata, paymentIntentId, refund } from "../fields.ts";

/** Gives a payment back, all or a part of it. */
export const createRefund = defineAction({
  name: "createRefund",
  label: "Refund a payment",
  description: "Gives a payment back, all or a part of it. Name the payment intent or the charge.",
  input: z.strictObject({
    payment_intent: paymentIntentId.optional().meta({ label: "Payment intent", help: "Its id.", example: "pi_3MtwBwLkdIwHu7ix28a3tqPa" }),
    charge: z
      .string()
      .optional()
      .meta({ label: "Charge", help: "Its id, in place of a payment intent.", example: "ch_1NirD82eZvKYlo2CIvbtLWuY" }),
    amount: z
      .int()
      .min(1)
      .optional()
      .meta({ label: "Amount", help: "In the smallest unit of the currency; all that is left when left out.", example: 500 }),
    reason: z
      .enum(["duplicate", "fraudulent", "requested_by_customer"])
      .optional()
      .meta({ label: "Reason", example: "requested_by_customer" }),
    metadata,
  }),
  output: refund,

  examples: [
    { charge: "ch_1NirD82eZvKYlo2CIvbtLWuY" },
    { payment_intent: "pi_3MtwBwLkdIwHu7ix28a3tqPa", amount: 500, reason: "requested_by_customer", metadata: { order_id: "6735" } },
  ],
});
