import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { invoice, invoiceId } from "../fields.ts";

/** Makes an open invoice void for good, as if it had never been sent. */
export const voidInvoice = defineAction({
  name: "voidInvoice",
  label: "Void an invoice",
  description: "Makes an open invoice void for good, as if it had never been sent.",
  input: z.strictObject({
    invoice: invoiceId,
  }),
  output: invoice,
});
