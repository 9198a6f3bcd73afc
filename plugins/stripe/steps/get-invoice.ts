import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";
import type { GetInvoiceInput, GetInvoiceOutput } from "../types.generated.ts";

/** Reads one invoice with its status and its page. */
export async function getInvoice({ invoice }: GetInvoiceInput, options: StepOptions = {}): Promise<GetInvoiceOutput> {
  "use step";
  return stripe.send({ path: path`/v1/invoices/${invoice}` }, options);
}
