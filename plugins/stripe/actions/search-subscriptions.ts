import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { searchFields, subscription } from "../fields.ts";

/** Finds subscriptions by status or metadata. */
export const searchSubscriptions = defineAction({
  name: "searchSubscriptions",
  label: "Search subscriptions",
  description: "Finds subscriptions by status or metadata. What was added in the last minute may be missing.",
  input: z.strictObject({
    status: z
      .enum(["active", "canceled", "incomplete", "incomplete_expired", "past_due", "paused", "trialing", "unpaid"])
      .optional()
      .meta({ label: "Status", example: "active" }),
    ...searchFields,
  }),
  output: z.object({ subscriptions: z.array(subscription).meta({ label: "Subscriptions" }) }),

  examples: [{ status: "active" }, { status: "active", metadata: { order_id: "6735" }, query: "created>1679609767", limit: 3 }],
});
