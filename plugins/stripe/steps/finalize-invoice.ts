import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";
import type { FinalizeInvoiceInput, FinalizeInvoiceOutput } from "../types.generated.ts";

/** Makes a draft invoice final: it gets a number and a page to pay it on. */
export async function finalizeInvoice(
  { invoice, ...form }: FinalizeInvoiceInput,
  options: StepOptions = {},
): Promise<FinalizeInvoiceOutput> {
  "use step";
  return stripe.send({ path: path`/v1/invoices/${invoice}/finalize`, form }, options);
}
