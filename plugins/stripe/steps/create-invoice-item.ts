import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";
import type { CreateInvoiceItemInput, CreateInvoiceItemOutput } from "../types.generated.ts";

/** Adds a line to a draft invoice, or to the next one of the customer. */
export async function createInvoiceItem(input: CreateInvoiceItemInput, options: StepOptions = {}): Promise<CreateInvoiceItemOutput> {
  "use step";
  return stripe.send({ path: "/v1/invoiceitems", form: input }, options);
}
