import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { subscription, subscriptionId } from "../fields.ts";

/** Ends a subscription at once. */
export const cancelSubscription = defineAction({
  name: "cancelSubscription",
  label: "Cancel a subscription",
  description: "Ends a subscription at once. To end it after the period that is paid for, update it instead.",
  input: z.strictObject({
    subscription: subscriptionId,
    invoice_now: z
      .boolean()
      .optional()
      .meta({ label: "Send a last invoice", help: "For what was used and not yet charged.", example: true }),
    prorate: z.boolean().optional().meta({ label: "Credit the rest of the period", example: true }),
  }),
  output: subscription,
});
