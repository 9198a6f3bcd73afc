import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { customerId, invoice, searchFields } from "../fields.ts";

/** Finds invoices by number, status, customer or metadata. */
export const searchInvoices = defineAction({
  name: "searchInvoices",
  label: "Search invoices",
  description: "Finds invoices by number, status, customer or metadata. What was added in the last minute may be missing.",
  input: z.strictObject({
    number: z.string().optional().meta({ label: "Number", example: "MYSHOP-123" }),
    status: z.enum(["draft", "open", "paid", "uncollectible", "void"]).optional().meta({ label: "Status", example: "open" }),
    customer: customerId.optional().meta({ label: "Customer", help: "Its id.", example: "cus_NffrFeUfNV2Hib" }),
    ...searchFields,
  }),
  output: z.object({ invoices: z.array(invoice).meta({ label: "Invoices" }) }),

  examples: [{ number: "MYSHOP-123" }, { status: "open", customer: "cus_NffrFeUfNV2Hib", query: "total>1000", limit: 3 }],
});
