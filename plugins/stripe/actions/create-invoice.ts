import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { currency, customerId, invoice, metadata } from "../fields.ts";

/** Makes a draft invoice for a customer. */
export const createInvoice = defineAction({
  name: "createInvoice",
  label: "Create an invoice",
  description: "Makes a draft invoice for a customer. Add items, then finalize or send it.",
  input: z.strictObject({
    customer: customerId,
    collection_method: z.enum(["charge_automatically", "send_invoice"]).optional().meta({
      label: "Paid by",
      help: "A charge of the saved method, or an invoice sent by e-mail.",
      default: "charge_automatically",
      example: "send_invoice",
    }),
    days_until_due: z.int().min(0).optional().meta({ label: "Days until due", help: "Needed for one that is sent.", example: 30 }),
    auto_advance: z.boolean().optional().meta({ label: "Let Stripe finalize it", help: "After about an hour.", example: false }),
    description: z.string().optional().meta({ label: "Memo", example: "Thank you" }),
    footer: z.string().optional().meta({ label: "Footer", example: "Paid in advance" }),
    currency: currency.optional().meta({ label: "Currency", help: "The customer's own when left out.", example: "usd" }),
    pending_invoice_items_behavior: z
      .enum(["exclude", "include"])
      .optional()
      .meta({ label: "Items that wait for an invoice", default: "exclude", example: "include" }),
    metadata,
  }),
  output: invoice,
});
