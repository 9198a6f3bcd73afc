import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { amount, currency, customerId, metadata, paymentIntent, paymentMethod } from "../fields.ts";

/** Starts a payment, and with confirm makes it at once from a saved payment method. */
export const createPaymentIntent = defineAction({
  name: "createPaymentIntent",
  label: "Create a payment intent",
  description: "Starts a payment, and with confirm makes it at once from a saved payment method.",
  input: z.strictObject({
    amount: amount
      .min(0)
      .meta({ label: "Amount", help: "In the smallest unit of the currency: 1099 is 10.99 in usd, and 1099 in jpy.", example: 1099 }),
    currency,
    customer: customerId.optional().meta({ label: "Customer", help: "Its id.", example: "cus_NffrFeUfNV2Hib" }),
    description: z.string().optional().meta({ label: "Description", example: "Order 6735" }),
    payment_method: paymentMethod,
    confirm: z.boolean().optional().meta({ label: "Pay at once", help: "Needs a payment method.", example: true }),
    off_session: z.boolean().optional().meta({ label: "Customer is not there", help: "Only together with paying at once.", example: true }),
    capture_method: z
      .enum(["automatic", "automatic_async", "manual"])
      .optional()
      .meta({ label: "Capture", help: "With manual the money is only reserved until you capture it.", example: "manual" }),
    receipt_email: z.string().optional().meta({ label: "Receipt to", example: "ada@example.com" }),
    return_url: z.string().optional().meta({
      label: "Return to",
      help: "Where a customer comes back to after paying elsewhere. Without it, methods that leave the page are not offered.",
      example: "https://example.com/done",
    }),
    setup_future_usage: z.enum(["off_session", "on_session"]).optional().meta({ label: "Keep the method for", example: "off_session" }),
    metadata,
  }),
  output: paymentIntent,

  examples: [
    { amount: 1099, currency: "usd" },
    {
      amount: 1099,
      currency: "usd",
      customer: "cus_NffrFeUfNV2Hib",
      payment_method: "pm_card_visa",
      confirm: true,
      off_session: true,
      receipt_email: "ada@example.com",
      metadata: { order_id: "6735" },
    },
  ],
});
