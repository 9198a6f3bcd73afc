import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { paymentIntent, paymentIntentId } from "../fields.ts";

/** Gives up a payment that has not succeeded; reserved money is released. */
export const cancelPaymentIntent = defineAction({
  name: "cancelPaymentIntent",
  label: "Cancel a payment intent",
  description: "Gives up a payment that has not succeeded; reserved money is released.",
  input: z.strictObject({
    intent: paymentIntentId,
    cancellation_reason: z
      .enum(["duplicate", "fraudulent", "requested_by_customer", "abandoned"])
      .optional()
      .meta({ label: "Reason", example: "abandoned" }),
  }),
  output: paymentIntent,
});
