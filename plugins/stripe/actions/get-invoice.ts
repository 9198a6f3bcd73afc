import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { invoice, invoiceId } from "../fields.ts";

/** Reads one invoice with its status and its page. */
export const getInvoice = defineAction({
  name: "getInvoice",
  label: "Get an invoice",
  description: "Reads one invoice with its status and its page.",
  input: z.strictObject({
    invoice: invoiceId,
  }),
  output: invoice,
});
