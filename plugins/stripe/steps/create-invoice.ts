import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";
import type { CreateInvoiceInput, CreateInvoiceOutput } from "../types.generated.ts";

/** Makes a draft invoice for a customer. */
export async function createInvoice(input: CreateInvoiceInput, options: StepOptions = {}): Promise<CreateInvoiceOutput> {
  "use step";
  return stripe.send({ path: "/v1/invoices", form: input }, options);
}
