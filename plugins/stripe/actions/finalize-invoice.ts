import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { invoice, invoiceId } from "../fields.ts";

/** Makes a draft invoice final: it gets a number and a page to pay it on. */
export const finalizeInvoice = defineAction({
  name: "finalizeInvoice",
  label: "Finalize an invoice",
  description: "Makes a draft invoice final: it gets a number and a page to pay it on.",
  input: z.strictObject({
    invoice: invoiceId,
    auto_advance: z
      .boolean()
      .optional()
      .meta({ label: "Let Stripe collect it", help: "Charges the saved method and sends reminders.", example: true }),
  }),
  output: invoice,
});
