import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { invoice, invoiceId } from "../fields.ts";

/** Sends an invoice to its customer by e-mail; in test mode nothing is sent. */
export const sendInvoice = defineAction({
  name: "sendInvoice",
  label: "Send an invoice",
  description: "Sends an invoice to its customer by e-mail; in test mode nothing is sent.",
  input: z.strictObject({
    invoice: invoiceId,
  }),
  output: invoice,
});
