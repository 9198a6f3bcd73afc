import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { paymentIntent, paymentIntentId } from "../fields.ts";

/** Takes the money that a payment intent with manual capture has reserved, all or a part of it. */
export const capturePaymentIntent = defineAction({
  name: "capturePaymentIntent",
  label: "Capture a payment intent",
  description: "Takes the money that a payment intent with manual capture has reserved, all or a part of it.",
  input: z.strictObject({
    intent: paymentIntentId,
    amount_to_capture: z
      .int()
      .min(1)
      .optional()
      .meta({ label: "Amount", help: "In the smallest unit of the currency; all of it when left out.", example: 750 }),
  }),
  output: paymentIntent,
});
