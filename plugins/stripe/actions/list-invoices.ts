import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { created, customerId, invoice, limit, subscriptionId } from "../fields.ts";

/** Lists invoices, newest first. */
export const listInvoices = defineAction({
  name: "listInvoices",
  label: "List invoices",
  description: "Lists invoices, newest first.",
  input: z.strictObject({
    customer: customerId.optional().meta({ label: "Customer", help: "Its id; all when left out.", example: "cus_NffrFeUfNV2Hib" }),
    status: z.enum(["draft", "open", "paid", "uncollectible", "void"]).optional().meta({ label: "Status", example: "open" }),
    subscription: subscriptionId.optional().meta({ label: "Subscription", help: "Its id.", example: "sub_1MowQVLkdIwHu7ixeRlqHVzs" }),
    ...created,
    limit,
  }),
  output: z.object({ invoices: z.array(invoice).meta({ label: "Invoices" }) }),
});
