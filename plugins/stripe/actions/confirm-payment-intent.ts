import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { paymentIntent, paymentIntentId, paymentMethod } from "../fields.ts";

/** Makes the payment of an intent with a payment method. */
export const confirmPaymentIntent = defineAction({
  name: "confirmPaymentIntent",
  label: "Confirm a payment intent",
  description: "Makes the payment of an intent with a payment method.",
  input: z.strictObject({
    intent: paymentIntentId,
    payment_method: paymentMethod,
    return_url: z
      .string()
      .optional()
      .meta({ label: "Return to", help: "Where a customer comes back to after paying elsewhere.", example: "https://example.com/done" }),
    receipt_email: z.string().optional().meta({ label: "Receipt to", example: "ada@example.com" }),
    off_session: z.boolean().optional().meta({ label: "Customer is not there", example: true }),
  }),
  output: paymentIntent,
});
