import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { subscription, subscriptionId } from "../fields.ts";

/** Reads one subscription with its status and items. */
export const getSubscription = defineAction({
  name: "getSubscription",
  label: "Get a subscription",
  description: "Reads one subscription with its status and items.",
  input: z.strictObject({
    subscription: subscriptionId,
  }),
  output: subscription,
});
