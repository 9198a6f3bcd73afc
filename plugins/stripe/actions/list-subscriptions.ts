import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { created, customerId, limit, priceId, subscription } from "../fields.ts";

/** Lists subscriptions, newest first; those that have ended only when their status is asked for. */
export const listSubscriptions = defineAction({
  name: "listSubscriptions",
  label: "List subscriptions",
  description: "Lists subscriptions, newest first; those that have ended only when their status is asked for.",
  input: z.strictObject({
    customer: customerId.optional().meta({ label: "Customer", help: "Its id; all when left out.", example: "cus_NffrFeUfNV2Hib" }),
    price: priceId.optional().meta({ label: "Price", help: "Its id.", example: "price_1MoBy5LkdIwHu7ixZhnattbh" }),
    status: z
      .enum(["active", "all", "canceled", "ended", "incomplete", "incomplete_expired", "past_due", "paused", "trialing", "unpaid"])
      .optional()
      .meta({ label: "Status", example: "active" }),
    ...created,
    limit,
  }),
  output: z.object({ subscriptions: z.array(subscription).meta({ label: "Subscriptions" }) }),
});
