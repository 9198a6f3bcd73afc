import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { created, customerId, limit, paymentIntent } from "../fields.ts";

/** Lists payment intents, newest first, of one customer or of all. */
export const listPaymentIntents = defineAction({
  name: "listPaymentIntents",
  label: "List payment intents",
  description: "Lists payment intents, newest first, of one customer or of all.",
  input: z.strictObject({
    customer: customerId.optional().meta({ label: "Customer", help: "Its id; all when left out.", example: "cus_NffrFeUfNV2Hib" }),
    ...created,
    limit,
  }),
  output: z.object({ payment_intents: z.array(paymentIntent).meta({ label: "Payment intents" }) }),
});
