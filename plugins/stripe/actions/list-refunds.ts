import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { created, limit, paymentIntentId, refund } from "../fields.ts";

/** Lists refunds, newest first, of one payment or of all. */
export const listRefunds = defineAction({
  name: "listRefunds",
  label: "List refunds",
  description: "Lists refunds, newest first, of one payment or of all.",
  input: z.strictObject({
    payment_intent: paymentIntentId
      .optional()
      .meta({ label: "Payment intent", help: "Its id; all when left out.", example: "pi_3MtwBwLkdIwHu7ix28a3tqPa" }),
    ...created,
    limit,
  }),
  output: z.object({ refunds: z.array(refund).meta({ label: "Refunds" }) }),
});
