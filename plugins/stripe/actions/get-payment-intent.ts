import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { paymentIntent, paymentIntentId } from "../fields.ts";

/** Reads one payment intent and its status. */
export const getPaymentIntent = defineAction({
  name: "getPaymentIntent",
  label: "Get a payment intent",
  description: "Reads one payment intent and its status.",
  input: z.strictObject({
    intent: paymentIntentId,
  }),
  output: paymentIntent,
});
