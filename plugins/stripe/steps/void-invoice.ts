import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";
import type { VoidInvoiceInput, VoidInvoiceOutput } from "../types.generated.ts";

/** Makes an open invoice void for good, as if it had never been sent. */
export async function voidInvoice({ invoice }: VoidInvoiceInput, options: StepOptions = {}): Promise<VoidInvoiceOutput> {
  "use step";
  return stripe.send({ method: "POST", path: path`/v1/invoices/${invoice}/void` }, options);
}
