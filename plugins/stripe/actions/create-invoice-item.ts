import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { amount, currency, customerId, invoiceId, metadata } from "../fields.ts";

/** Adds a line to a draft invoice, or to the next one of the customer. */
export const createInvoiceItem = defineAction({
  name: "createInvoiceItem",
  label: "Add an invoice item",
  description: "Adds a line to a draft invoice, or to the next one of the customer.",
  input: z.strictObject({
    customer: customerId,
    amount: amount.meta({
      label: "Amount",
      help: "Of the whole line, in the smallest unit of the currency; a credit is below zero.",
      example: 1099,
    }),
    currency,
    description: z.string().optional().meta({ label: "Description", example: "T-shirt" }),
    invoice: invoiceId.optional().meta({
      label: "Invoice",
      help: "The id of a draft; the customer's next invoice when left out.",
      example: "in_1MtHbELkdIwHu7ixl4OzzPMv",
    }),
    metadata,
  }),
  output: z.object({
    id: z.string(),
    amount: z.number(),
    currency: z.string(),
    customer: z.string(),
    description: z.string().nullable(),
    invoice: z.string().nullable(),
  }),
});
