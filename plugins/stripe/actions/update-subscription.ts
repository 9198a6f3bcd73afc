import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { metadata, subscription, subscriptionId } from "../fields.ts";

/** Changes prices, quantities or the end of a subscription. */
export const updateSubscription = defineAction({
  name: "updateSubscription",
  label: "Update a subscription",
  description: "Changes prices, quantities or the end of a subscription.",
  input: z.strictObject({
    subscription: subscriptionId,
    items: z
      .array(
        z.strictObject({
          id: z.string().optional(),
          price: z.string().optional(),
          quantity: z.int().min(0).optional(),
          deleted: z.boolean().optional(),
        }),
      )
      .max(20)
      .optional()
      .meta({
        label: "Items",
        help: "With the id of an item to change it, without one to add a price.",
        example: [{ id: "si_Na6dzxczY5fwHx", price: "price_1MowQULkdIwHu7ixraBm864M" }],
      }),
    cancel_at_period_end: z.boolean().optional().meta({ label: "End after this period", example: true }),
    proration_behavior: z
      .enum(["create_prorations", "none", "always_invoice"])
      .optional()
      .meta({ label: "Charge for the part of a period", default: "create_prorations", example: "none" }),
    default_payment_method: z.string().optional().meta({ label: "Payment method", example: "pm_1Mr0bQ2eZvKYlo2CnYDYYmXW" }),
    description: z.string().max(500).optional().meta({ label: "Description", example: "Gold plan" }),
    metadata,
  }),
  output: subscription,
});
