import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { customerId, metadata, subscription } from "../fields.ts";

/** Starts a subscription of a customer to one or more recurring prices. */
export const createSubscription = defineAction({
  name: "createSubscription",
  label: "Create a subscription",
  description: "Starts a subscription of a customer to one or more recurring prices.",
  input: z.strictObject({
    customer: customerId,
    items: z
      .array(z.strictObject({ price: z.string(), quantity: z.int().min(1).optional() }))
      .min(1)
      .max(20)
      .meta({
        label: "Prices",
        help: "Ids of recurring prices, and how many of each.",
        example: [{ price: "price_1MowQULkdIwHu7ixraBm864M", quantity: 1 }],
      }),
    default_payment_method: z
      .string()
      .optional()
      .meta({ label: "Payment method", help: "The customer's own when left out.", example: "pm_1Mr0bQ2eZvKYlo2CnYDYYmXW" }),
    trial_period_days: z.int().min(1).max(730).optional().meta({ label: "Days of trial", example: 14 }),
    cancel_at_period_end: z.boolean().optional().meta({ label: "End after the first period", example: false }),
    collection_method: z
      .enum(["charge_automatically", "send_invoice"])
      .optional()
      .meta({ label: "Paid by", default: "charge_automatically", example: "send_invoice" }),
    days_until_due: z.int().min(0).optional().meta({ label: "Days until due", help: "Needed for invoices that are sent.", example: 30 }),
    payment_behavior: z.enum(["allow_incomplete", "default_incomplete", "error_if_incomplete", "pending_if_incomplete"]).optional().meta({
      label: "If the first payment fails",
      help: "By default the subscription waits for another payment.",
      example: "error_if_incomplete",
    }),
    description: z.string().max(500).optional().meta({ label: "Description", example: "Gold plan" }),
    metadata,
  }),
  output: subscription,

  examples: [
    { customer: "cus_Na6dX7aXxi11N4", items: [{ price: "price_1MowQULkdIwHu7ixraBm864M" }] },
    {
      customer: "cus_Na6dX7aXxi11N4",
      items: [{ price: "price_1MowQULkdIwHu7ixraBm864M", quantity: 2 }],
      trial_period_days: 14,
      cancel_at_period_end: false,
      collection_method: "send_invoice",
      days_until_due: 30,
      description: "Gold plan",
      metadata: { order_id: "6735" },
    },
  ],
});
